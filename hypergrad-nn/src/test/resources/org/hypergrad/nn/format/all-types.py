"""Makes all-types.safetensors with Hugging Face's own library (safetensors 0.8.0). Run: python3 all-types.py"""

import numpy
from safetensors.numpy import save_file

save_file(
    {
        "b.weight": numpy.array([[1, -2, 3.5], [0, numpy.inf, 1e-30]], numpy.float32),
        "a.bias": numpy.array([0.1, -0.2], numpy.float32),
        "ä": numpy.array(0.1),
        "index": numpy.array([-1, 2**62], numpy.int64),
        "small": numpy.array([-7, 7], numpy.int32),
        "bytes": numpy.array([0, 128, 255], numpy.uint8),
        "mask": numpy.array([[True], [False]]),
        "empty": numpy.zeros((0, 3), numpy.float32),
    },
    "all-types.safetensors",
    {"format": "pt"},
)
