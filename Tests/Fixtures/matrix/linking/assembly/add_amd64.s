#include "go_asm.h"
#include "textflag.h"

// func add(a, b uintptr) uintptr
TEXT ·add(SB), NOSPLIT, $0-24
	MOVQ a+0(FP), AX
	ADDQ b+8(FP), AX
	MOVQ AX, ret+16(FP)
	RET

// func sizeOfPair() uintptr
TEXT ·sizeOfPair(SB), NOSPLIT, $0-8
	MOVQ $pair__size, AX
	MOVQ AX, ret+0(FP)
	RET
