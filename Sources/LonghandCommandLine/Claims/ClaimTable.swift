import Claims
import PlainText

/// Counts of claims, a row for each kind and a column for each standing; in words where there is no room for columns.
struct ClaimTable {
  /// The standings that any of the claims has, in order.
  private let standings: [ClaimCoverage.Standing]
  private let width: Int
  /// Whether the columns fit.
  private let isTabular: Bool
  private let column: WordColumn

  /// The words before the rows.
  private static let words = Claim.Kind.allCases.map(\.plural) + ["all"]
  /// The columns of a row's word.
  private static let wordWidth = (words.map(\.count).max() ?? 0) + 2
  /// The columns between two columns.
  private static let gap = 2

  /// The layout of tables for these claims, in lines of `width` columns.
  init(_ coverages: [ClaimCoverage], width: Int) {
    let found = Set(coverages.map(\.standing))
    standings = ClaimCoverage.Standing.allCases.filter(found.contains)
    self.width = width
    column = WordColumn(of: ClaimTable.words, width: width)
    let headings = ["claims"] + standings.map(\.heading)
    isTabular = headings.reduce(ClaimTable.wordWidth) { $0 + ClaimTable.gap + $1.count } <= width
  }

  /// The lines of a lecture: its heading, beside which the columns are named, and a row for each of its kinds.
  func lines(_ heading: String, _ coverages: [ClaimCoverage]) -> [String] {
    var rows = Claim.Kind.allCases.map { kind in (kind.plural, coverages.filter { $0.claim.kind == kind }) }
      .filter { !$0.1.isEmpty }
    if rows.count != 1 { rows.append(("all", coverages)) }
    let headings = wrapped(heading, width: width)
    guard isTabular else {
      return headings + rows.flatMap { column.lines($0.0, [ClaimCount($0.1).text]) }
    }
    return headings
      + rows.map { word, claims in
        let counts = standings.map { standing in claims.count { $0.standing == standing } }
        let cells = zip([claims.count] + counts, columnWidths).map { count, width in
          ClaimTable.right(count == 0 ? "-" : "\(count)", width)
        }
        return "  " + word.padded(to: ClaimTable.wordWidth - 2) + cells.joined()
      }
  }

  /// The line that names the columns, for above the tables; none where there are no columns.
  var head: [String] {
    guard isTabular else { return [] }
    let cells = zip(["claims"] + standings.map(\.heading), columnWidths).map(ClaimTable.right)
    return [String(repeating: " ", count: ClaimTable.wordWidth) + cells.joined()]
  }

  private var columnWidths: [Int] {
    (["claims"] + standings.map(\.heading)).map { $0.count + ClaimTable.gap }
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension String {
  /// The text with spaces behind it, up to so many columns.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension ClaimCoverage.Standing {
  /// The standing above a column.
  fileprivate var heading: String {
    switch self {
    case .met: "met"
    case .cutOff: "cut off"
    case .slip: "slip"
    case .told: "told"
    case .notComputable: "not computable"
    case .missing: "not yet"
    case .notMet: "not met"
    }
  }
}
