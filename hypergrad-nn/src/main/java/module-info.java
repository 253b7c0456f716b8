/// Layers, losses, optimizers and the training loop. Knows the api only: operations and the engine
/// arrive as services.
module org.hypergrad.nn {
  requires com.fasterxml.jackson.core;
  requires de.siegmar.fastcsv;
  requires transitive org.hypergrad.api;

  exports org.hypergrad.nn;
  exports org.hypergrad.nn.data;
  exports org.hypergrad.nn.format;
  exports org.hypergrad.nn.optim;
  exports org.hypergrad.nn.scalar;
  exports org.hypergrad.nn.train;

  provides org.hypergrad.spi.OptimizerProvider with
      org.hypergrad.nn.optim.SGD.Rule,
      org.hypergrad.nn.optim.Adam.Rule,
      org.hypergrad.nn.optim.AdamW.Rule,
      org.hypergrad.nn.optim.RMSprop.Rule;
}
