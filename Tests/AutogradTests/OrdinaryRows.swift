@testable import Autograd

/// Every operation at points where it is smooth.
let ordinaryRows = basicRows + functionRows + activationRows

/// Values and derivatives by mpmath 1.3.0 at 60 digits, of the doubles that are written here.
///
/// The operations that the first lessons need: arithmetic, exponentials, the logistic function.
private let basicRows: [OperationRow] = [
  OperationRow(.add, 0.1, 0.7, value: 0.79999999999999996, byFirst: 1.0, bySecond: 1.0),
  OperationRow(.add, -2.5, 0.3, value: -2.2, byFirst: 1.0, bySecond: 1.0),
  OperationRow(.add, 1000.0, -0.001, value: 999.999, byFirst: 1.0, bySecond: 1.0),
  OperationRow(.subtract, 0.1, 0.7, value: -0.59999999999999995, byFirst: 1.0, bySecond: -1.0),
  OperationRow(.subtract, -2.5, 0.3, value: -2.8, byFirst: 1.0, bySecond: -1.0),
  OperationRow(.subtract, 1000.0, -0.001, value: 1000.001, byFirst: 1.0, bySecond: -1.0),
  OperationRow(
    .multiply, 0.1, 0.7, value: 0.069999999999999999, byFirst: 0.69999999999999996,
    bySecond: 0.10000000000000001),
  OperationRow(
    .multiply, -2.5, 0.3, value: -0.74999999999999997, byFirst: 0.29999999999999999, bySecond: -2.5),
  OperationRow(.multiply, 1000.0, -0.001, value: -1.0, byFirst: -0.001, bySecond: 1000.0),
  OperationRow(
    .divide, 0.1, 0.7, value: 0.14285714285714287, byFirst: 1.4285714285714287, bySecond: -0.20408163265306126
  ),
  OperationRow(
    .divide, -2.5, 0.3, value: -8.3333333333333336, byFirst: 3.3333333333333335, bySecond: 27.77777777777778),
  OperationRow(
    .divide, 1000.0, -0.001, value: -999999.99999999998, byFirst: -999.99999999999998,
    bySecond: -999999999.99999996),
  OperationRow(.divide, 1e-200, 1e-200, value: 1.0, byFirst: 1.0e200, bySecond: -1.0e200),
  OperationRow(
    .power, 0.1, 0.7, value: 0.19952623149688799, byFirst: 1.3966836204782158, bySecond: -0.4594261263060133),
  OperationRow(
    .power, 2.5, -1.5, value: 0.25298221281347035, byFirst: -0.15178932768808221,
    bySecond: 0.23180525692999799),
  OperationRow(.power, 7.0, 3.0, value: 343.0, byFirst: 147.0, bySecond: 667.44718112597246),
  OperationRow(
    .power, 1000.0, 0.001, value: 1.0069316688518042, byFirst: 1.0069316688518042e-6,
    bySecond: 6.9556375510853434),
  OperationRow(.power, -2.5, 3.0, value: -15.625, byFirst: 18.75, bySecond: .nan),
  OperationRow(.power, -2.5, -2.0, value: 0.16, byFirst: 0.128, bySecond: .nan),
  OperationRow(.power, -0.1, 1.0, value: -0.10000000000000001, byFirst: 1.0, bySecond: .nan),
  OperationRow(.negate, 0.1, value: -0.10000000000000001, byFirst: -1.0),
  OperationRow(.negate, -1000.0, value: 1000.0, byFirst: -1.0),
  OperationRow(.exp, 0.1, value: 1.1051709180756476, byFirst: 1.1051709180756476),
  OperationRow(.exp, -2.5, value: 0.082084998623898795, byFirst: 0.082084998623898795),
  OperationRow(.exp, 700.0, value: 1.0142320547350045e304, byFirst: 1.0142320547350045e304),
  OperationRow(.exp, -700.0, value: 9.8596765437597709e-305, byFirst: 9.8596765437597709e-305),
  OperationRow(.ln, 0.1, value: -2.3025850929940456, byFirst: 9.9999999999999994),
  OperationRow(.ln, 2.5, value: 0.91629073187415507, byFirst: 0.4),
  OperationRow(.ln, 1e300, value: 690.77552789821371, byFirst: 9.9999999999999995e-301),
  OperationRow(.sqrt, 0.1, value: 0.31622776601683794, byFirst: 1.5811388300841896),
  OperationRow(.sqrt, 2.5, value: 1.5811388300841897, byFirst: 0.31622776601683793),
  OperationRow(.sqrt, 1e300, value: 1.0e150, byFirst: 4.9999999999999999e-151),
  OperationRow(
    .sqrt, Double.leastNonzeroMagnitude, value: 2.2227587494850775e-162, byFirst: 2.2494568972715982e161),
  OperationRow(.sigmoid, 0.1, value: 0.52497918747893999, byFirst: 0.24937604019289197),
  OperationRow(.sigmoid, -0.1, value: 0.47502081252106001, byFirst: 0.24937604019289197),
  OperationRow(.sigmoid, 2.5, value: 0.92414181997875645, byFirst: 0.070103716545108157),
  OperationRow(.sigmoid, -2.5, value: 0.075858180021243551, byFirst: 0.070103716545108157),
  OperationRow(.sigmoid, -30.0, value: 9.357622968839299e-14, byFirst: 9.3576229688384233e-14),
  OperationRow(.sigmoid, -700.0, value: 9.8596765437597709e-305, byFirst: 9.8596765437597709e-305),
  OperationRow(.tanh, 0.1, value: 0.099667994624955823, byFirst: 0.99006629084743978),
  OperationRow(.tanh, -0.1, value: -0.099667994624955823, byFirst: 0.99006629084743978),
  OperationRow(.tanh, 1e-10, value: 1.0e-10, byFirst: 1.0),
  OperationRow(.tanh, 0.9, value: 0.71629787019902443, byFirst: 0.48691736114834155),
  OperationRow(.tanh, -2.5, value: -0.98661429815143029, byFirst: 0.02659222668316062),
]
