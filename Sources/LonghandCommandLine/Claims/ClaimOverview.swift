import Claims
import PlainText

/// A list of claims at a glance: lecture by lecture and kind by kind what became of them, and which are left.
struct ClaimOverview {
  /// The name of the list's file.
  let name: String
  /// What became of the claims.
  let coverages: [ClaimCoverage]
  /// The columns of a line.
  let width: Int

  /// The text of the overview.
  var text: String {
    let table = ClaimTable(coverages, width: width)
    var sections = [
      wrapped("\(name): \(counted(coverages.count, "claim"))".harmlessLine, width: width) + table.head
    ]
    let lectures = lectures
    for lecture in lectures { sections.append(table.lines(lecture.heading, lecture.coverages)) }
    if lectures.count > 1 { sections.append(table.lines("All lectures", coverages)) }
    for section in [gaps, reasons] where !section.rows.isEmpty {
      sections.append(
        wrapped(section.heading, width: width) + WordColumn.lines(of: section.rows, width: width))
    }
    return sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private typealias Row = (word: String, meaning: String)

  /// The lectures in the order of the list, each with its claims.
  private var lectures: [(heading: String, coverages: [ClaimCoverage])] {
    var names: [String] = []
    var claims: [String: [ClaimCoverage]] = [:]
    for coverage in coverages {
      if claims[coverage.claim.lecture] == nil { names.append(coverage.claim.lecture) }
      claims[coverage.claim.lecture, default: []].append(coverage)
    }
    return names.map { name in
      let own = claims[name] ?? []
      return (ClaimOverview.heading(own, name), own)
    }
  }

  /// `S0 Introduction to Neural Networks`
  private static func heading(_ coverages: [ClaimCoverage], _ lecture: String) -> String {
    let key = coverages.first?.claim.lectureKey
    let isShared = coverages.allSatisfy { $0.claim.lectureKey == key }
    let name = lecture.isEmpty ? "Without a lecture" : lecture
    return ([isShared ? key : nil, name].compactMap(\.self).joined(separator: " ")).harmlessLine
  }

  /// The claims that no lesson names, by their kinds.
  private var gaps: (heading: String, rows: [Row]) {
    let rows = Claim.Kind.allCases.compactMap { kind -> Row? in
      let ids = coverages.filter { $0.standing == .missing && $0.claim.kind == kind }.map(\.claim.id)
      return ids.isEmpty ? nil : (kind.plural, ids.joined(separator: ", "))
    }
    return ("Not in the course yet", rows)
  }

  /// The claims that none could compute, by the reasons for that.
  private var reasons: (heading: String, rows: [Row]) {
    var reasons: [String] = []
    var ids: [String: [String]] = [:]
    for coverage in coverages where coverage.standing == .notComputable {
      let reason = coverage.claim.reason.harmlessLine
      if ids[reason] == nil { reasons.append(reason) }
      ids[reason, default: []].append(coverage.claim.id)
    }
    return ("Not computable", reasons.map { ($0, ids[$0]?.joined(separator: ", ") ?? "") })
  }
}
