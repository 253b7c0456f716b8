/// What modules bring under names, kept in one place for all kinds; start at
/// [org.hypergrad.registry.Registry].
package org.hypergrad.registry;
