import Algebra
import PlainText
import Tutor

/// What is told of several marked files together: which lines most people missed, and how.
struct MarkSummary {
  let files: [MarkedFile]
  let scheme: MarkingScheme
  let width: Int

  /// So many lines are told.
  private static let maxLines = 5

  /// The lines.
  var lines: [String] {
    var missed: [String: (place: Int, count: Int, kinds: [Slip.Kind: Int])] = [:]
    var (markedCount, refusedCount) = (0, 0)
    var totals: [Double] = []
    var full = 0.0
    for file in files {
      guard case .marked(let numbers, let sheet, _) = file.outcome else {
        refusedCount += 1
        continue
      }
      markedCount += 1
      if let total = file.total(scheme) {
        totals.append(total.earned)
        full = max(full, total.of)
      }
      for mark in numbers.marks {
        guard case .wrong(let slip) = mark.verdict, slip.kind != .carriesNothing else { continue }
        let label = sheet.lines[mark.line].label
        var entry = missed[label] ?? (mark.line, 0, [:])
        entry.count += 1
        entry.kinds[slip.kind, default: 0] += 1
        missed[label] = entry
      }
    }
    var head = "\(markedCount) file\(markedCount == 1 ? "" : "s") marked"
    if refusedCount > 0 { head += ", \(refusedCount) not" }
    if let least = totals.min(), let most = totals.max() {
      let mean = totals.reduce(0, +) / Double(totals.count)
      head +=
        ": \(least.marksText) to \(most.marksText) of \(full.marksText) marks, \(mean.marksText) on average"
    }
    let worst = missed.sorted {
      ($1.value.count, $0.value.place, $0.key) < ($0.value.count, $1.value.place, $1.key)
    }
    let rows = worst.prefix(Self.maxLines).flatMap { label, entry in
      let kinds = Slip.Kind.allCases.filter { entry.kinds[$0] != nil }
        .sorted { (entry.kinds[$0] ?? 0) > (entry.kinds[$1] ?? 0) }
        .map { "\($0.rawValue) \(entry.kinds[$0] ?? 0)" }
      return wrapped("wrong in \(entry.count): \(label) (\(kinds.joined(separator: ", ")))", width: width - 4)
        .enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
    }
    return wrapped(head, width: width) + rows
  }
}
