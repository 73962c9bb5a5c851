import LessonTestSupport
import Testing

@testable import Engine
@testable import Exposition
@testable import LessonProgram
@testable import LessonRuntime

/// The 2-2-2 example at five decimals, rounded: what a blackboard would show.
@Suite struct LayoutSampleTests {
  private static let network =
    twoTwoTwo.replacing("i2*w3 + b1", with: "i2*w3 + b1         # weighted sum into h1") + "\n"

  @Test(arguments: [
    (
      "",
      """
      sum_h1 = i1·w1 + i2·w3 + b1                         # weighted sum into h1
             = 0.1·0.1 + 0.5·0.3 + 0.25
             = 0.01 + 0.15 + 0.25
             = 0.41

      out_h1 = σ(sum_h1) = 1/(1 + e^(−sum_h1))
             = 1/(1 + e^(−0.41))
             = 1/(1 + 0.66365)
             = 0.60109
      """
    ),
    (
      "explain ∂E_total/∂w5",
      """
      ∂E_total/∂w5 = ∂E_1/∂out_o1 · ∂out_o1/∂sum_o1 · ∂sum_o1/∂w5

        E_total = E_1 + E_2          passes E_1 on with factor 1, left out
        E_1 = ½·(t1 − out_o1)²
          ∂E_1/∂out_o1 = out_o1 − t1 = 0.73493 − 0.05 = 0.68493
        out_o1 = σ(sum_o1)
          ∂out_o1/∂sum_o1 = out_o1·(1 − out_o1) = 0.73493·(1 − 0.73493) = 0.19481
        sum_o1 = out_h1·w5 + out_h2·w6 + b3
          ∂sum_o1/∂w5 = out_h1 = 0.60109

      ∂E_total/∂w5 = 0.68493 · 0.19481 · 0.60109 = 0.08020
      """
    ),
    (
      "explain ∂E_total/∂w1",
      """
      w1 reaches E_total by 2 paths:
        1  E_total ← E_1 ← out_o1 ← sum_o1 ← out_h1 ← sum_h1 ← w1
           0.68493 · 0.19481 · 0.5 · 0.23978 · 0.1 = 0.00160
        2  E_total ← E_2 ← out_o2 ← sum_o2 ← out_h1 ← sum_h1 ← w1
           −0.17045 · 0.17185 · 0.7 · 0.23978 · 0.1 = −0.000492
      ∂E_total/∂w1 = 0.00160 + (−0.000492) = 0.00111
      """
    ),
    (
      "backward E_total",
      """
      ∂E_total/∂out_h1 = ∂E_total/∂sum_o1·w5 + ∂E_total/∂sum_o2·w7
                       = 0.13343·0.5 + (−0.02929)·0.7
                       = 0.06671 + (−0.02050)
                       = 0.04621
      """
    ),
    (
      "update w1, w5 to reduce E_total with sgd(rate: 0.6)",
      """
      Then all changes:
        w ← w − η·∂E_total/∂w                             η = 0.6
        w1 ← 0.1 − 0.6·0.001108 = 0.09934

        param   before   derivative   change      after
        w1      0.1      0.00111      −0.000665   0.09934
        w5      0.5      0.08020      −0.04812    0.45188
      """
    ),
    (
      "w5 <- w5 - 0.6*∂E_total/∂w5",
      """
      ∂E_total/∂w5 = 0.08020          in full: explain ∂E_total/∂w5
      w5 ← w5 − 0.6·∂E_total/∂w5
         = 0.5 − 0.6·0.08020
         = 0.5 − 0.04812
         = 0.45188
      w5 ← 0.45188 (was 0.5)
      """
    ),
  ])
  func `a statement is worked as on the page`(statement: String, working: String) {
    let fixture = LessonFixture(LayoutSampleTests.network + statement)
    #expect(fixture.errors.isEmpty)
    let printed = fixture.working()
    #expect(printed.contains(working), "\(printed)")
  }
}
