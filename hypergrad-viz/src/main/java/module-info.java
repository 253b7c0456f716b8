/// Drawings of the backward graph and of training. Knows the api only.
module org.hypergrad.viz {
  requires transitive org.hypergrad.api;
}
