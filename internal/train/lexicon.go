package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"newsgraph/loader/lexicon"
	"newsgraph/loader/nlp"
)

const (
	// vectorWords is how many of the commonest words are clustered.
	vectorWords = 150000
	// townPeople is the least number of inhabitants of a listed town.
	townPeople = 15000
)

func (t *trainer) lexicon() ([]byte, error) {
	var data nlp.LexiconData
	var err error
	if data.Vectors, err = readVectors(filepath.Join(t.extra, "glove.6B.50d.txt"), vectorWords); err != nil {
		return nil, err
	}
	if data.Brown, err = readBrown(filepath.Join(t.extra, "en_lexeme_cluster.json.gz"), data.Vectors.Words); err != nil {
		return nil, err
	}
	if err = readPlaces(t.extra, &data); err != nil {
		return nil, err
	}
	for _, w := range data.Vectors.Words {
		if _, ok := lexicon.GivenName(strings.ToUpper(w[:1]) + w[1:]); ok {
			data.Given = append(data.Given, w)
		}
	}
	if err := readFamilies(filepath.Join(t.extra, "humannames.txt"), &data); err != nil {
		return nil, err
	}
	return nlp.TrainLexicon(data), nil
}

// readVectors reads the first words of a text file with a word and its vector a line.
func readVectors(path string, most int) (v nlp.WordVectors, err error) {
	f, err := os.Open(path)
	if err != nil {
		return v, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for len(v.Words) < most && lines.Scan() {
		cells := strings.Fields(lines.Text())
		vector := make([]float32, len(cells)-1)
		for i, cell := range cells[1:] {
			x, err := strconv.ParseFloat(cell, 32)
			if err != nil {
				return v, err
			}
			vector[i] = float32(x)
		}
		v.Words = append(v.Words, cells[0])
		v.Vectors = append(v.Vectors, vector)
	}
	return v, lines.Err()
}

// readBrown reads the clusters of the words that have one in lower case, or else with
// a capital.
func readBrown(path string, words []string) (map[string]uint32, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var all map[string]uint32
	if err := json.NewDecoder(z).Decode(&all); err != nil {
		return nil, err
	}
	found := make(map[string]uint32)
	for _, w := range words {
		for _, form := range []string{w, strings.ToUpper(w[:1]) + w[1:], strings.ToUpper(w)} {
			if all[form] != 0 {
				found[w] = all[form]
				break
			}
		}
	}
	return found, nil
}

// readPlaces reads towns, countries and states of the United States.
func readPlaces(dir string, data *nlp.LexiconData) error {
	var towns map[string]struct {
		Name       string
		Population int
	}
	if err := readJSON(filepath.Join(dir, "cities15000.json"), &towns); err != nil {
		return err
	}
	for _, town := range towns {
		if town.Population >= townPeople {
			data.Towns = append(data.Towns, town.Name)
		}
	}
	for _, file := range []string{"countries.json", "us_states.json"} {
		var lands map[string]struct{ Name string }
		if err := readJSON(filepath.Join(dir, file), &lands); err != nil {
			return err
		}
		for _, land := range lands {
			data.Lands = append(data.Lands, land.Name)
		}
	}
	slices.Sort(data.Towns)
	slices.Sort(data.Lands)
	return nil
}

func readJSON(path string, to any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, to)
}

// commonestWords is how many of the commonest words are not taken for names though the
// list has them.
const commonestWords = 4000

// readFamilies reads a list of names of people, one a line.
func readFamilies(path string, data *nlp.LexiconData) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	listed := make(map[string]bool)
	for _, line := range strings.Split(string(b), "\n") {
		listed[strings.ToLower(strings.TrimSpace(line))] = true
	}
	for _, w := range data.Vectors.Words[min(commonestWords, len(data.Vectors.Words)):] {
		if listed[w] && len(w) > 2 {
			data.Family = append(data.Family, w)
		}
	}
	return nil
}
