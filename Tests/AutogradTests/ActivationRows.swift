@testable import Autograd

/// Values and derivatives by mpmath 1.3.0 at 60 digits, of the doubles that are written here.
///
/// The activations, on both sides of their kinks.
let activationRows: [OperationRow] = [
  OperationRow(.relu, 0.1, value: 0.10000000000000001, byFirst: 1.0),
  OperationRow(.relu, -0.1, value: 0.0, byFirst: 0.0),
  OperationRow(.relu, 2.5, value: 2.5, byFirst: 1.0),
  OperationRow(.relu, -2.5, value: 0.0, byFirst: 0.0),
  OperationRow(.relu, 1e-300, value: 1.0e-300, byFirst: 1.0),
  OperationRow(.relu, -1e-300, value: 0.0, byFirst: 0.0),
  OperationRow(.relu, 1000.0, value: 1000.0, byFirst: 1.0),
  OperationRow(.relu, -1000.0, value: 0.0, byFirst: 0.0),
  OperationRow(.leakyRelu, 0.1, 0.7, value: 0.10000000000000001, byFirst: 1.0, bySecond: 0.0),
  OperationRow(
    .leakyRelu, -0.1, 0.7, value: -0.069999999999999999, byFirst: 0.69999999999999996,
    bySecond: -0.10000000000000001),
  OperationRow(.leakyRelu, 2.5, -0.3, value: 2.5, byFirst: 1.0, bySecond: 0.0),
  OperationRow(
    .leakyRelu, -2.5, -0.3, value: 0.74999999999999997, byFirst: -0.29999999999999999, bySecond: -2.5),
  OperationRow(.leakyRelu, 1e-300, 0.1, value: 1.0e-300, byFirst: 1.0, bySecond: 0.0),
  OperationRow(
    .leakyRelu, -1e-300, 0.1, value: -1.0000000000000001e-301, byFirst: 0.10000000000000001,
    bySecond: -1.0e-300),
  OperationRow(.leakyRelu, 1000.0, 0.01, value: 1000.0, byFirst: 1.0, bySecond: 0.0),
  OperationRow(.leakyRelu, -1000.0, 0.01, value: -10.0, byFirst: 0.01, bySecond: -1000.0),
  OperationRow(.prelu, 0.1, 0.7, value: 0.10000000000000001, byFirst: 1.0, bySecond: 0.0),
  OperationRow(
    .prelu, -0.1, 0.7, value: -0.069999999999999999, byFirst: 0.69999999999999996,
    bySecond: -0.10000000000000001),
  OperationRow(.prelu, 2.5, -0.3, value: 2.5, byFirst: 1.0, bySecond: 0.0),
  OperationRow(.prelu, -2.5, -0.3, value: 0.74999999999999997, byFirst: -0.29999999999999999, bySecond: -2.5),
  OperationRow(.prelu, 1e-300, 0.1, value: 1.0e-300, byFirst: 1.0, bySecond: 0.0),
  OperationRow(
    .prelu, -1e-300, 0.1, value: -1.0000000000000001e-301, byFirst: 0.10000000000000001, bySecond: -1.0e-300),
  OperationRow(.prelu, 1000.0, 0.01, value: 1000.0, byFirst: 1.0, bySecond: 0.0),
  OperationRow(.prelu, -1000.0, 0.01, value: -10.0, byFirst: 0.01, bySecond: -1000.0),
  OperationRow(.elu, 0.1, 0.7, value: 0.10000000000000001, byFirst: 1.0, bySecond: 0.0),
  OperationRow(
    .elu, -0.1, 0.7, value: -0.066613807374828298, byFirst: 0.63338619262517166,
    bySecond: -0.095162581964040432),
  OperationRow(.elu, 2.5, -0.3, value: 2.5, byFirst: 1.0, bySecond: 0.0),
  OperationRow(
    .elu, -2.5, -0.3, value: 0.27537450041283035, byFirst: -0.024625499587169638,
    bySecond: -0.9179150013761012),
  OperationRow(.elu, 1e-300, 0.1, value: 1.0e-300, byFirst: 1.0, bySecond: 0.0),
  OperationRow(
    .elu, -1e-300, 0.1, value: -1.0000000000000001e-301, byFirst: 0.10000000000000001, bySecond: -1.0e-300),
  OperationRow(
    .elu, -1e-10, 1.0, value: -9.9999999995000004e-11, byFirst: 0.9999999999,
    bySecond: -9.9999999995000004e-11),
  OperationRow(
    .elu, -30.0, 1.5, value: -1.4999999999998596, byFirst: 1.4036434453260262e-13,
    bySecond: -0.99999999999990642),
  OperationRow(.elu, 1000.0, 1.0, value: 1000.0, byFirst: 1.0, bySecond: 0.0),
  OperationRow(.softplus, 0.1, value: 0.7443966600735709, byFirst: 0.52497918747893999),
  OperationRow(.softplus, -0.1, value: 0.64439666007357089, byFirst: 0.47502081252106001),
  OperationRow(.softplus, 2.5, value: 2.5788897342925496, byFirst: 0.92414181997875645),
  OperationRow(.softplus, -2.5, value: 0.078889734292549623, byFirst: 0.075858180021243551),
  OperationRow(.softplus, 0.0, value: 0.69314718055994531, byFirst: 0.5),
  OperationRow(.softplus, -0.0, value: 0.69314718055994531, byFirst: 0.5),
  OperationRow(.softplus, -30.0, value: 9.3576229688397368e-14, byFirst: 9.357622968839299e-14),
  OperationRow(.softplus, 30.0, value: 30.000000000000094, byFirst: 0.99999999999990642),
  OperationRow(.softplus, 700.0, value: 700.0, byFirst: 1.0),
  OperationRow(.softplus, -700.0, value: 9.8596765437597709e-305, byFirst: 9.8596765437597709e-305),
  OperationRow(.step, 0.1, value: 1.0, byFirst: 0.0),
  OperationRow(.step, -0.1, value: 0.0, byFirst: 0.0),
  OperationRow(.step, 2.5, value: 1.0, byFirst: 0.0),
  OperationRow(.step, -2.5, value: 0.0, byFirst: 0.0),
  OperationRow(.step, 1e-300, value: 1.0, byFirst: 0.0),
  OperationRow(.step, -1e-300, value: 0.0, byFirst: 0.0),
  OperationRow(.gelu, 0.1, value: 0.053982783727702901, byFirst: 0.57952309202473016),
  OperationRow(.gelu, -0.1, value: -0.046017216272297104, byFirst: 0.42047690797526984),
  OperationRow(.gelu, 0.9, value: 0.73434588718791648, byFirst: 1.0554165995621199),
  OperationRow(.gelu, 2.5, value: 2.4844758366855597, byFirst: 1.0376110859081452),
  OperationRow(.gelu, -0.9, value: -0.16565411281208354, byFirst: -0.055416599562119858),
  OperationRow(.gelu, 1e-10, value: 5.0000000003989425e-11, byFirst: 0.50000000007978846),
  OperationRow(.gelu, 30.0, value: 30.0, byFirst: 1.0),
  // Far below 0, rounding x² costs about log₁₀(x²) digits.
  OperationRow(.gelu, -2.5, value: -0.015524163314440338, byFirst: -0.037611085908145208, within: 1e-14),
  OperationRow(.gelu, -5.0, value: -1.4332578593959696e-6, byFirst: -7.1469460017922946e-6, within: 1e-14),
  OperationRow(
    .gelu, -30.0, value: -1.4720141781444561e-196, byFirst: -4.4160316907084944e-195, within: 1e-12),
]
