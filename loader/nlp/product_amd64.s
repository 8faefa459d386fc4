//go:build !purego

#include "textflag.h"

// func multiplyPairs(sums *int32, weights, x *int16, pairs, groups int)
//
// VPMADDWD multiplies pairs of 16-bit numbers and adds the two products of a pair: a
// pair of values, in all places of Y4, with the weights of 8 outputs.
TEXT ·multiplyPairs(SB), NOSPLIT, $0-40
	MOVQ sums+0(FP), DI
	MOVQ weights+8(FP), SI
	MOVQ x+16(FP), DX
	MOVQ pairs+24(FP), CX
	MOVQ groups+32(FP), BX

group:
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	MOVQ  DX, R8
	MOVQ  CX, R9

pair:
	VPBROADCASTD (R8), Y4
	VPMADDWD     0(SI), Y4, Y5
	VPMADDWD     32(SI), Y4, Y6
	VPMADDWD     64(SI), Y4, Y7
	VPMADDWD     96(SI), Y4, Y8
	VPADDD       Y5, Y0, Y0
	VPADDD       Y6, Y1, Y1
	VPADDD       Y7, Y2, Y2
	VPADDD       Y8, Y3, Y3
	ADDQ         $4, R8
	ADDQ         $128, SI
	DECQ         R9
	JNZ          pair

	VMOVDQU Y0, 0(DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	ADDQ    $128, DI
	DECQ    BX
	JNZ     group
	VZEROUPPER
	RET
