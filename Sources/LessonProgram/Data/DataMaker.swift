import Algebra

/// Points in the plane that are made rather than measured, as TensorFlow Playground makes them.
///
/// `data points = spiral(200, noise: 0.1)` has 200 rows under x1, x2 and label. The makers have Playground's shapes,
/// ranges and order of rows (it shuffles them afterwards), but their own generator: the points are other ones, and the
/// same in every run. Playground's slider for noise goes from 0 to 50 percent; here 0.5 is 50 percent, and 1 the most.
///
/// Source: github.com/tensorflow/playground, src/dataset.ts.
enum DataMaker: String, Hashable, Sendable, CaseIterable {
  /// Points of a square, labelled by the sign of x1·x2 (`classifyXORData`).
  ///
  /// Each coordinate is uniform in [−5, 5], then moved 0.3 away from 0. The label is 1 where x1·x2 ≥ 0, else −1; it is
  /// that of the point moved by up to 5·noise on each axis, but the point stays where it is.
  case xor
  /// A disc in a ring (`classifyCircleData`).
  ///
  /// The first half of the points has a radius uniform in [0, 2.5], the second in [3.5, 5], at any angle a:
  /// (r·sin a, r·cos a). The label is 1 within 2.5 of the middle, else −1; it is that of the point moved by up to
  /// 5·noise on each axis, but the point stays where it is.
  case circle
  /// Two clouds (`classifyTwoGaussData`).
  ///
  /// The first half of the points is normal around (2, 2) with label 1, the second around (−2, −2) with label −1, each
  /// coordinate with variance 0.5 + 7·noise.
  case gauss
  /// Two arms that wind around one another (`classifySpiralData`).
  ///
  /// With n = count/2, point i = 0, 1, … of an arm lies at r = 5·i/n and a = 1.75·2π·i/n, for the second arm plus π:
  /// (r·sin a, r·cos a), each coordinate moved by up to noise. The first arm has label 1, the second −1.
  case spiral
  /// A number that rises evenly to one corner, for regression (`regressPlane`).
  ///
  /// Each coordinate is uniform in [−6, 6], and the label is (x1 + x2)/10, from −1.2 to 1.2; it is that of the point
  /// moved by up to 6·noise on each axis, but the point stays where it is.
  case plane

  /// The columns of what is made.
  package static let columns = [Name("x1"), Name("x2"), Name("label")]

  /// `count` rows under `name`, the same for the same name, seed and settings.
  ///
  /// The settings are ones about which `Setting` has no complaint. Of an odd count the first half has one row more
  /// (Playground's second half does, too, so that it makes one row more than it is asked for).
  func dataSet(named name: Name, count: Int, noise: Double, seed: Int) -> DataSet {
    precondition(
      Setting.count.complaint(about: Double(count)) == nil && Setting.noise.complaint(about: noise) == nil,
      "settings are looked at before")
    // No value bears a name with a space: what is drawn for values is drawn apart.
    var source = PointSource(stream: RandomStream(name: "data \(name.text)", seed: seed), noise: noise)
    let points =
      switch self {
      case .xor: source.xor(count)
      case .circle: source.circle(count)
      case .gauss: source.gauss(count)
      case .spiral: source.spiral(count)
      case .plane: source.plane(count)
      }
    return DataSet(
      name: name, columns: DataMaker.columns,
      rows: points.map { [Number($0.x), Number($0.y), Number($0.label)] })
  }
}
