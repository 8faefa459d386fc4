// Package bench measures the store with articles that newsgen makes: how fast it takes
// them, and how fast it answers. "make bench" runs it on 100,000 articles; the number
// is set by NEWSGRAPH_BENCH_ARTICLES, and NEWSGRAPH_BENCH_STORE names a folder that
// keeps the store of the queries for another run.
package bench
