package nlp

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// A model file is
//
//	"NGM" version kind size crc body
//
// where version and kind are a byte each, size (the body's length when inflated) and
// crc (its CRC-32) are four bytes, little-endian, and the body is deflated. What is in
// the body is up to the kind. Numbers in it are varints.
const (
	modelMagic   = "NGM"
	modelVersion = 1
	modelHeader  = len(modelMagic) + 2 + 8
	maxModelSize = 1 << 28
)

// Kinds of model files.
const (
	kindLexicon byte = iota + 1
	kindTagger
	kindSyntax
	kindNames
	kindRankers = 32
)

// errModel is the cause of every error about a model file's bytes.
var errModel = errors.New("damaged model file")

func packModel(kind byte, body []byte) []byte {
	var out bytes.Buffer
	out.WriteString(modelMagic)
	out.WriteByte(modelVersion)
	out.WriteByte(kind)
	var sizes [8]byte
	binary.LittleEndian.PutUint32(sizes[:], uint32(len(body)))
	binary.LittleEndian.PutUint32(sizes[4:], crc32.ChecksumIEEE(body))
	out.Write(sizes[:])
	w, _ := flate.NewWriter(&out, flate.BestCompression) // fails on a bad level only
	w.Write(body)
	w.Close()
	return out.Bytes()
}

func unpackModel(kind byte, file []byte) (*modelReader, error) {
	if len(file) < modelHeader || string(file[:len(modelMagic)]) != modelMagic {
		return nil, errModel
	}
	if v := file[len(modelMagic)]; v != modelVersion {
		return nil, fmt.Errorf("model file of version %d, want %d", v, modelVersion)
	}
	if k := file[len(modelMagic)+1]; k != kind {
		return nil, fmt.Errorf("%w: kind %d, want %d", errModel, k, kind)
	}
	size := binary.LittleEndian.Uint32(file[modelHeader-8:])
	if size > maxModelSize {
		return nil, fmt.Errorf("%w: %d bytes", errModel, size)
	}
	var body bytes.Buffer
	r := flate.NewReader(bytes.NewReader(file[modelHeader:]))
	if _, err := body.ReadFrom(io.LimitReader(r, int64(size)+1)); err != nil {
		return nil, fmt.Errorf("%w: %v", errModel, err)
	}
	if body.Len() != int(size) || crc32.ChecksumIEEE(body.Bytes()) != binary.LittleEndian.Uint32(file[modelHeader-4:]) {
		return nil, fmt.Errorf("%w: checksum differs", errModel)
	}
	return &modelReader{b: body.Bytes()}, nil
}

// A modelReader reads the body of a model file. The first error sticks, and everything
// read after it is zero.
type modelReader struct {
	b   []byte
	err error
}

func (r *modelReader) uint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return v
}

// count reads a number of things of at least size bytes each that are still to come.
func (r *modelReader) count(size int) int {
	n := r.uint()
	if n > uint64(len(r.b)/size) {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *modelReader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.fail()
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *modelReader) byte() byte {
	if b := r.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *modelReader) fail() { r.b, r.err = nil, errModel }

// appendPerceptron writes the classes, and of each row the step from the key before,
// how many weights are not zero, and those with their classes.
func appendPerceptron(b []byte, classes int, rows []weightRow) []byte {
	b = binary.AppendUvarint(b, uint64(classes))
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint64(0)
	for _, row := range rows {
		b = binary.AppendUvarint(b, row.key-last)
		last = row.key
	}
	for _, row := range rows {
		n := 0
		for _, w := range row.weights {
			if w != 0 {
				n++
			}
		}
		b = append(b, byte(n))
		for c, w := range row.weights {
			if w != 0 {
				b = append(b, byte(c), byte(w))
			}
		}
	}
	return b
}

func (r *modelReader) perceptron() *perceptron {
	classes := int(r.uint())
	if classes < 1 || classes > 4*maxLanes {
		r.fail()
	}
	rows := make([]weightRow, r.count(2))
	last := uint64(0)
	for i := range rows {
		last += r.uint()
		rows[i].key = last & (1<<keyBits - 1)
	}
	if r.err != nil {
		return nil
	}
	weights := make([]int8, classes*len(rows))
	for i := range rows {
		rows[i].weights = weights[i*classes:][:classes]
		pairs := r.bytes(2 * int(r.byte()))
		for k := 0; k < len(pairs); k += 2 {
			if int(pairs[k]) >= classes {
				r.fail()
				return nil
			}
			rows[i].weights[pairs[k]] = int8(pairs[k+1])
		}
	}
	return newPerceptron(classes, rows)
}
