#include "go_asm.h"
#include "textflag.h"

// func add(a, b uintptr) uintptr
TEXT ·add(SB), NOSPLIT, $0-24
	MOVD a+0(FP), R0
	MOVD b+8(FP), R1
	ADD  R1, R0, R0
	MOVD R0, ret+16(FP)
	RET

// func sizeOfPair() uintptr
TEXT ·sizeOfPair(SB), NOSPLIT, $0-8
	MOVD $pair__size, R0
	MOVD R0, ret+0(FP)
	RET
