internal import PlainText

/// A drawing of what lessons need: each stands below those that it needs, with lines between them.
///
/// A need that follows from another one is not drawn. Cost: O(n²) for n lessons.
struct NeedsMap {
  private var boxes: [Box] = []
  private var lines: [(from: Int, to: Int)] = []
  private var width = 0
  private var rowCount = 0

  private struct Box {
    let lesson: Site.Lesson
    let row: Int
    var left = 0
    let width: Int

    var center: Int { left + width / 2 }
  }

  private static let rowHeight = 78
  private static let boxHeight = 34
  private static let gap = 18
  private static let letter = 8

  /// A map of lessons; a need of a lesson that is not among them is left out.
  init(_ lessons: [Site.Lesson]) {
    let places = Dictionary(
      lessons.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let needs = lessons.map { lesson in lesson.needs.compactMap { places[$0] } }
    let rows = Self.rows(needs)
    boxes = zip(lessons, rows).map { lesson, row in
      Box(lesson: lesson, row: row, width: displayWidth(lesson.title.harmlessLine) * Self.letter + 20)
    }
    rowCount = (rows.max() ?? -1) + 1
    let above = Self.ancestors(needs, rows)
    for (index, own) in needs.enumerated() {
      let direct = own.filter { need in !own.contains { $0 != need && above[$0].contains(need) } }
      lines += direct.filter { rows[$0] < rows[index] }.map { (from: $0, to: index) }
    }
    place()
  }

  /// How far below the top each lesson stands: below all that it needs, unless they need each other.
  private static func rows(_ needs: [[Int]]) -> [Int] {
    var rows = Array(repeating: 0, count: needs.count)
    // Where lessons need each other there is no end; nobody stands deeper than there are lessons.
    for _ in needs.indices {
      var isSettled = true
      for (index, own) in needs.enumerated() {
        let row = (own.map { rows[$0] + 1 }.max() ?? 0)
        if row > rows[index], row < needs.count {
          rows[index] = row
          isSettled = false
        }
      }
      if isSettled { break }
    }
    return rows
  }

  private static func ancestors(_ needs: [[Int]], _ rows: [Int]) -> [Set<Int>] {
    var above = Array(repeating: Set<Int>(), count: needs.count)
    for index in needs.indices.sorted(by: { (rows[$0], $0) < (rows[$1], $1) }) {
      for need in needs[index] where rows[need] < rows[index] {
        above[index].insert(need)
        above[index].formUnion(above[need])
      }
    }
    return above
  }

  /// Sets the boxes of each row side by side, the row as near as it can be below those that it hangs on.
  private mutating func place() {
    for row in 0..<rowCount {
      let own = boxes.indices.filter { boxes[$0].row == row }
      let wishes = own.map { index -> (index: Int, wish: Int) in
        let parents = lines.filter { $0.to == index }.map { boxes[$0.from].center }
        return (index, parents.isEmpty ? 0 : parents.reduce(0, +) / parents.count)
      }
      var left = Int.min / 2
      for (index, wish) in wishes.sorted(by: { ($0.wish, $0.index) < ($1.wish, $1.index) }) {
        left = max(left, wish - boxes[index].width / 2)
        boxes[index].left = left
        left += boxes[index].width + Self.gap
      }
      guard !wishes.isEmpty else { continue }
      let excess = wishes.reduce(0) { $0 + boxes[$1.index].center - $1.wish } / wishes.count
      for index in own { boxes[index].left -= excess }
    }
    let first = boxes.map(\.left).min() ?? 0
    for index in boxes.indices { boxes[index].left += Self.gap - first }
    width = (boxes.map { $0.left + $0.width }.max() ?? 0) + Self.gap
  }

  /// The drawing; each lesson leads to its page.
  var svg: String {
    let height = rowCount * Self.rowHeight + Self.gap
    let paths = lines.map { line -> String in
      let (from, to) = (boxes[line.from], boxes[line.to])
      let (top, bottom) = (top(of: from) + Self.boxHeight, top(of: to))
      let middle = (top + bottom) / 2
      return
        "<path d=\"M\(from.center) \(top)C\(from.center) \(middle) \(to.center) \(middle) \(to.center) \(bottom)\"/>"
    }
    let labels = boxes.map { box in
      let address = Site.lessonFolder + "/" + box.lesson.name.fileAddress
      return
        "<a href=\"\(address)\"><rect x=\"\(box.left)\" y=\"\(top(of: box))\" width=\"\(box.width)\" height=\"\(Self.boxHeight)\" rx=\"6\"/>"
        + "<text x=\"\(box.center)\" y=\"\(top(of: box) + 22)\">\(box.lesson.title.harmlessLine.escapedForMarkup)</text></a>"
    }
    return
      "<svg class=\"needs-map\" role=\"group\" aria-label=\"Map of the lessons\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\"><g class=\"lines\">\(paths.joined())</g>\(labels.joined())</svg>"
  }

  private func top(of box: Box) -> Int { Self.gap + box.row * Self.rowHeight }
}
