import Algebra
import Rendering
import TestSupport
import Testing
import Transcript

@Suite struct HeatMapTests {
  private static let levels = ["-1", "-0.5", "0", "0.5", "1"].map(number)
  private static let shades = Array(".:=#")
  private static let axis = Plot.Axis(label: [.formula(formula("x"))], ticks: ["0", "1"].map(number))

  private func printed(_ map: Plot.HeatMap, width: Int = 80) -> String {
    text([Line(.plot(Plot(sentences: [], picture: .heatMap(map))))], width: width)
  }

  @Test(arguments: [20, 30, 40, 80, 500], [2, 3, 17, 33, 50])
  func `each cell has the shade whose bounds hold a value nearest to it`(width: Int, size: Int) {
    var random = SplitMix64(seed: UInt64(width * size))
    let values = (0..<size).map { _ in
      (0..<(size + 4)).map { _ in
        Int.random(in: 0..<9, using: &random) == 0 ? nil : Double.random(in: -1...1, using: &random)
      }
    }
    let map = Plot.HeatMap(
      label: formula("y"), horizontal: Self.axis, vertical: Self.axis, values: values,
      shades: .between(Self.levels))
    guard let picture = PrintedPicture(printed(map, width: width)) else {
      Issue.record("no picture")
      return
    }
    #expect(picture.rows.count <= (picture.columns + 1) / 2 && picture.columns <= 33)
    var wrong: [String] = []
    for row in picture.rows.indices {
      for column in 0..<picture.columns {
        let mark = picture.mark(column, row)
        let there = nearest(row, of: picture.rows.count, among: size).flatMap { y in
          nearest(column, of: picture.columns, among: size + 4).map { values[y][$0] }
        }
        if !there.contains(where: { Self.fits(mark, $0) }) { wrong.append("\(mark) for \(there)") }
      }
    }
    #expect(wrong == [])
  }

  private static func fits(_ mark: Character, _ value: Double?) -> Bool {
    guard let value, let shade = shades.firstIndex(of: mark) else { return value == nil && mark == " " }
    return levels[shade].value <= value && value <= levels[shade + 1].value
  }

  @Test func `a bound belongs to the shade above it, the highest to the last`() {
    let values: [[Double?]] = Array(
      repeating: [-1, (-0.5).nextDown, -0.5, (0.0).nextDown, (0.5).nextUp, 1], count: 2)
    let map = Plot.HeatMap(
      label: formula("y"), horizontal: Self.axis, vertical: Self.axis, values: values,
      shades: .between(Self.levels))
    let row = PrintedPicture(printed(map)).map { String($0.rows[0]) } ?? ""
    #expect(row.reduce(into: "") { if $0.last != $1 { $0.append($1) } } == ".:=#")
  }

  @Test func `each of a few values has a shade of its own`() {
    let map = Plot.HeatMap(
      label: formula("y"), horizontal: Self.axis, vertical: Self.axis,
      values: Array(repeating: [1, 0, nil, 1], count: 2), shades: .of(["0", "1"].map(number)))
    let text = printed(map)
    let row = PrintedPicture(text).map { String($0.rows[0]) } ?? ""
    #expect(row.reduce(into: "") { if $0.last != $1 { $0.append($1) } } == "#. #")
    #expect(text.hasPrefix("    y:   . 0   # 1   blank: no value\n"))
  }

  @Test func `points stand on top, those of several classes under a mark of their own`() {
    let points = [(0.0, 0.0, 0), (1, 1, 1), (0, 1, 0), (0, 1, 1), (0, 1, 0), (3, 0, 1), (0.5, 0.5, 7)].map {
      Plot.HeatMap.Point(x: $0.0, y: $0.1, classIndex: $0.2)
    }
    let map = Plot.HeatMap(
      label: formula("y"), horizontal: Self.axis, vertical: Self.axis,
      values: Array(repeating: [0.25, 0.25], count: 2), shades: .between(Self.levels), points: points,
      classes: [[.words("no")], [.words("yes")]])
    let text = printed(map)
    let picture = PrintedPicture(text)
    let marks = picture?.marks.filter { $0.mark != "-" } ?? []
    #expect(marks.map { "\($0.mark)\($0.column),\($0.row)" } == ["O0,0", "&0,16", "X32,16"])
    #expect(
      text.hasPrefix(
        "    y:   . −1 to −0.5   : −0.5 to 0   - 0 to 0.5   = 0.5 to 1\n    O no   X yes   & several\n"))
  }

  private func nearest(_ cell: Int, of cells: Int, among count: Int) -> Set<Int> {
    let place = Double(cell) / Double(cells - 1) * Double(count - 1)
    return Set([place - 1e-6, place + 1e-6].map { Int($0.rounded()) }).filter { 0 <= $0 && $0 < count }
  }

  @Test(arguments: [20, 40, 80])
  func `elements of a matrix are blocks of one size, its first row at the top`(width: Int) throws {
    let map = Plot.HeatMap(
      label: formula("m"),
      horizontal: Plot.Axis(
        label: [.formula(formula("c"))], ticks: ["1", "2", "3"].map(number),
        ends: .init(first: 0.5, last: 3.5)),
      vertical: Plot.Axis(
        label: [.formula(formula("r"))], ticks: ["1", "2"].map(number), ends: .init(first: 2.5, last: 0.5)),
      values: [[-1, 1, -1], [1, -1, 1]], areBlocks: true, shades: .between(Self.levels))
    let lines = printed(map, width: width).split(separator: "\n").filter { $0.contains("|") }
    let rows = lines.map { String($0.drop { $0 != "|" }.dropFirst()) }
    let block = rows[0].count / 3
    #expect(block > 1)
    let (light, dark) = (String(repeating: ".", count: block), String(repeating: "#", count: block))
    #expect(rows.prefix(rows.count / 2).allSatisfy { $0 == dark + light + dark })
    #expect(rows.suffix(rows.count / 2).allSatisfy { $0 == light + dark + light })
    let labels = lines.map { $0.trimmingPrefix { $0 == " " }.prefix { $0 != " " && $0 != "|" } }
    let places = labels.indices.filter { !labels[$0].isEmpty }
    #expect(places.map { labels[$0] } == ["1", "2"])
    #expect(places[0] < rows.count / 2 && places[1] >= rows.count / 2)
  }
}
