module patches
