import Algebra
import Transcript

enum DataMaker: String, CaseIterable {
  case xor
  func dataSet(named: Name, count: Int, noise: Double, seed: Int) -> DataSet { fatalError() }
  func complaint(about: String, _: Double) -> String? { nil }
}
struct PlotWorking {
  init(style: NumberStyle) {}
  static func samples(from: Double, to: Double) -> [Double] { [] }
  static func heatSamples(from: Double, to: Double, isHorizontal: Bool) -> [Double] { [] }
  func curves(_ curves: [(label: Formula, points: [(x: Double, y: Double?)])], over label: [Phrase]) -> Plot {
    fatalError()
  }
  func heatMap(
    of label: Formula, horizontal: (Name, [Double]), vertical: (Name, [Double]), values: [[Double?]],
    points: [(x: Double, y: Double, label: Double)]
  ) -> Plot { fatalError() }
}
