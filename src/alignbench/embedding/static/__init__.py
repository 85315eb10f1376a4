"""The bundled kind of model: one row per feature, summed."""
