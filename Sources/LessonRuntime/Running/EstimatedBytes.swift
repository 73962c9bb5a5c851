import Algebra
import Transcript

// How much a line will print, near enough for a bound: counted before anything is laid out.

extension Line {
  /// About how many bytes the line prints.
  var estimatedBytes: Int {
    switch content {
    case .chain(let chain): chain.estimatedBytes
    case .givens(let givens):
      givens.rows.reduce(0) { $0 + $1.items.reduce(10) { $0 + $1.subject.estimatedBytes + 12 } }
    case .table(let table): table.header.count * 10 + table.rows.reduce(0) { $0 + $1.count * 12 }
    case .path(_, let stops): stops.reduce(0) { $0 + $1.estimatedBytes + 4 }
    case .results(let results, _): results.reduce(0) { $0 + $1.subject.estimatedBytes + 12 }
    case .check(let check): check.subject.estimatedBytes + (check.note?.utf8.count ?? 0) + 40
    case .remark(let phrases): phrases.count * 30
    case .comment(let text): text.utf8.count
    case .blank: 1
    }
  }
}

extension Chain {
  fileprivate var estimatedBytes: Int {
    links.reduce(subject?.estimatedBytes ?? 0) { sum, link in
      switch link.content {
      case .names(let formula), .numbers(let formula): sum + formula.estimatedBytes + 4
      case .factors(let factors): factors.reduce(sum) { $0 + $1.estimatedBytes + 4 }
      case .result: sum + 12
      }
    }
  }
}

extension Formula {
  fileprivate var estimatedBytes: Int {
    names.reduce(size * 4) { $0 + $1.text.utf8.count }
  }
}
