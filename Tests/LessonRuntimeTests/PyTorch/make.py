"""Makes the lessons beside this file: a hundred and one cases of each cell and block, with the outputs and derivatives that
PyTorch gives. The first case has the numbers of the course's lesson. No test needs PyTorch; to make them anew:

    python3 Tests/LessonRuntimeTests/PyTorch/make.py
"""

import pathlib
import random
import textwrap

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
FOLDER = pathlib.Path(__file__).parent


def block(name, title, inputs, outputs, formulas, forward, first, lesson):
    """Writes one lesson.

    inputs: the names of the given numbers; outputs: those of what comes out, in the lesson's formulas.
    forward: the outputs from a list of tensors, one for each input.
    first: the inputs of the first case; lesson: the outputs that the lesson has for them.
    The cost is half of the sum of the squared outputs, each beside its own target.
    """
    source = random.Random(name)
    targets = [f"t_{index + 1}" for index in range(len(outputs))]
    rows = []
    for case in range(101):
        numbers = first if case == 0 else [source.randint(-2000, 2000) / 1000 for _ in inputs]
        goals = [source.randint(-2000, 2000) / 1000 for _ in outputs]
        tensors = [torch.tensor(float(number), requires_grad=True) for number in numbers]
        found = forward(tensors)
        if case == 0:
            assert all(abs(one.item() - other) < 1e-13 for one, other in zip(found, lesson)), name
        cost = sum(0.5 * (one - goal) ** 2 for one, goal in zip(found, goals))
        slopes = torch.autograd.grad(cost, tensors, allow_unused=True)
        computed = [one.item() for one in found] + [0 if one is None else one.item() for one in slopes]
        rows.append([repr(number) for number in numbers + goals] + [f"{one:.15g}" for one in computed])
    values = [f"is_{index + 1}" for index in range(len(outputs))]
    derivatives = [f"by_{one}" for one in inputs]
    columns = inputs + targets + values + derivatives
    cost = " + ".join(f"({output} - {target})^2" for output, target in zip(outputs, targets))
    apart_in_values = [f"abs({output} - {value})" for output, value in zip(outputs, values)]
    apart_in_derivatives = [f"abs(∂L/∂{one} - {slope})" for one, slope in zip(inputs, derivatives)]
    lines = [
        "---", f"title: {title}", "---", "", f"# {title}", "",
        "```data cases", ", ".join(columns), *(", ".join(row) for row in rows), "```", "",
        "```calc", "input " + ", ".join(columns) + " from cases",
    ]
    lines += [textwrap.dedent(formulas).strip(), f"L = 1/2*({cost})", "```", "", "```check"]
    lines += [f"sum({' + '.join(one)} over cases) = 0 ± 1e-10" for one in (apart_in_values, apart_in_derivatives)]
    lines += ["```", ""]
    (FOLDER / f"{name}.md").write_text("\n".join(lines))


def scalar(tensor):
    return tensor.reshape(())


def lstm(numbers):
    x, h, c, *weights = numbers
    # Longhand: forget, input, output, candidate. PyTorch: input, forget, candidate, output.
    gates = [weights[3 * index:3 * index + 3] for index in (1, 0, 3, 2)]
    cell = torch.nn.LSTMCell(1, 1)
    parameters = {
        "weight_ih": torch.stack([gate[0] for gate in gates]).reshape(4, 1),
        "weight_hh": torch.stack([gate[1] for gate in gates]).reshape(4, 1),
        "bias_ih": torch.stack([gate[2] for gate in gates]),
        "bias_hh": torch.zeros(4),
    }
    call = torch.nn.utils.stateless.functional_call
    h, c = call(cell, parameters, (x.reshape(1, 1), (h.reshape(1, 1), c.reshape(1, 1))))
    return [scalar(h), scalar(c)]


block(
    "lstm-cell", "torch.nn.LSTMCell",
    ["x", "h0", "c0"] + [w + gate for gate in "fiog" for w in "wub"], ["h1", "c1"],
    """
    f = sigmoid(wf*x + uf*h0 + bf)
    i = sigmoid(wi*x + ui*h0 + bi)
    o = sigmoid(wo*x + uo*h0 + bo)
    g = tanh(wg*x + ug*h0 + bg)
    c1 = f*c0 + i*g
    h1 = o*tanh(c1)
    """,
    lstm, [0.5, 0.1, 0.2, 0.4, 0.3, 1, 0.5, -0.2, 0, -0.3, 0.6, 0.1, 0.7, 0.2, -0.1],
    [0.147151289575382, 0.301668088839673])


def gru(numbers):
    x, h, wr, ur, br, wz, uz, bz, wn, un, bn, dn = numbers
    zero = torch.tensor(0.0)
    parameters = {
        "weight_ih": torch.stack([wr, wz, wn]).reshape(3, 1), "weight_hh": torch.stack([ur, uz, un]).reshape(3, 1),
        "bias_ih": torch.stack([br, bz, bn]), "bias_hh": torch.stack([zero, zero, dn]),
    }
    call = torch.nn.utils.stateless.functional_call
    return [scalar(call(torch.nn.GRUCell(1, 1), parameters, (x.reshape(1, 1), h.reshape(1, 1))))]


block(
    "gru-cell", "torch.nn.GRUCell",
    ["x", "h0", "wr", "ur", "br", "wz", "uz", "bz", "wn", "un", "bn", "dn"], ["h1"],
    """
    r = sigmoid(wr*x + ur*h0 + br)
    z = sigmoid(wz*x + uz*h0 + bz)
    n = tanh(wn*x + bn + r*(un*h0 + dn))
    h1 = (1 - z)*n + z*h0
    """,
    # What the lecture calls z is 1 − z here: the signs of its weights are turned.
    gru, [0.5, 0.2, 0.6, -0.5, 0, -0.8, -0.3, 0, 0.4, 0.9, 0, 0], [0.255397998068216])

block(
    "convolution", "torch.nn.functional.conv1d",
    ["x1", "x2", "x3", "x4", "x5", "w1", "w2", "w3", "b"], ["y1", "y2", "y3"],
    """
    y1 = w1*x1 + w2*x2 + w3*x3 + b
    y2 = w1*x2 + w2*x3 + w3*x4 + b
    y3 = w1*x3 + w2*x4 + w3*x5 + b
    """,
    lambda n: list(F.conv1d(torch.stack(n[:5]).reshape(1, 1, 5), torch.stack(n[5:8]).reshape(1, 1, 3), n[8:][0].reshape(1))[0, 0]),
    [1, 2, 0, -1, 3, 0.5, -1, 0.25, 0], [-1.5, 0.75, 1.75])


def pooled(numbers):
    picture = torch.stack(numbers[:9]).reshape(1, 1, 3, 3)
    kernel = torch.stack(numbers[9:13]).reshape(1, 1, 2, 2)
    return [scalar(F.max_pool2d(F.relu(F.conv2d(picture, kernel, numbers[13].reshape(1))), 2))]


block(
    "convolution-and-pooling", "conv2d, relu and max_pool2d of PyTorch",
    [f"x{i}{j}" for i in range(3) for j in range(3)] + ["k00", "k01", "k10", "k11", "b"], ["p"],
    """
    y00 = k00*x00 + k01*x01 + k10*x10 + k11*x11 + b
    y01 = k00*x01 + k01*x02 + k10*x11 + k11*x12 + b
    y10 = k00*x10 + k01*x11 + k10*x20 + k11*x21 + b
    y11 = k00*x11 + k01*x12 + k10*x21 + k11*x22 + b
    p = max(relu(y00), relu(y01), relu(y10), relu(y11))
    """,
    pooled, [1, 2, 0, 0, 1, 3, 2, -1, 1, 0.5, -1, 1, 0.25, 0.1], [2.85])


def transposed(stride):
    def forward(n):
        given, kernel = torch.stack(n[:2]).reshape(1, 1, 2), torch.stack(n[2:]).reshape(1, 1, 3)
        return list(F.conv_transpose1d(given, kernel, stride=stride)[0, 0])
    return forward


block(
    "transposed-convolution-2", "torch.nn.functional.conv_transpose1d, stride 2",
    ["x1", "x2", "w1", "w2", "w3"], ["y1", "y2", "y3", "y4", "y5"],
    """
    y1 = x1*w1
    y2 = x1*w2
    y3 = x1*w3 + x2*w1
    y4 = x2*w2
    y5 = x2*w3
    """,
    transposed(2), [1, 2, 0.5, -1, 0.25], [0.5, -1, 1.25, -2, 0.5])

block(
    "transposed-convolution-1", "torch.nn.functional.conv_transpose1d, stride 1",
    ["x1", "x2", "w1", "w2", "w3"], ["y1", "y2", "y3", "y4"],
    """
    y1 = x1*w1
    y2 = x1*w2 + x2*w1
    y3 = x1*w3 + x2*w2
    y4 = x2*w3
    """,
    transposed(1), [1, 2, 0.5, -1, 0.25], [0.5, 0, -1.75, 0.5])


def attention(isCausal):
    def forward(n):
        q, k, v = (torch.stack(n[4 * index:4 * index + 4]).reshape(2, 2) for index in range(3))
        scores = q @ k.T / 2 ** 0.5
        if isCausal:
            scores = scores.masked_fill(torch.tensor([[False, True], [False, False]]), float("-inf"))
        found = torch.softmax(scores, 1) @ v
        if hasattr(F, "scaled_dot_product_attention"):
            found = F.scaled_dot_product_attention(q[None], k[None], v[None], is_causal=isCausal)[0]
        return list(found.reshape(-1))
    return forward


ATTENTION_INPUTS = [f"{one}{i}{j}" for one in "qkv" for i in (1, 2) for j in (1, 2)]
OUTPUTS = ["y11", "y12", "y21", "y22"]
# One number a token, as in the lesson: the second number is 0, and √2 is taken out of the scores.
LESSON_TOKENS = [0.8 * 2 ** 0.5, 0, -0.5 * 2 ** 0.5, 0, 0.6, 0, 1.2, 0, 1, 0, -0.4, 0]
SECOND_ROW = """
    s21 = (q21*k11 + q22*k12)/sqrt(2)
    s22 = (q21*k21 + q22*k22)/sqrt(2)
    a21 = exp(s21)/(exp(s21) + exp(s22))
    a22 = exp(s22)/(exp(s21) + exp(s22))
    y21 = a21*v11 + a22*v21
    y22 = a21*v12 + a22*v22
"""

block(
    "attention", "Scaled dot-product attention of PyTorch", ATTENTION_INPUTS, OUTPUTS,
    """
    s11 = (q11*k11 + q12*k12)/sqrt(2)
    s12 = (q11*k21 + q12*k22)/sqrt(2)
    a11 = exp(s11)/(exp(s11) + exp(s12))
    a12 = exp(s12)/(exp(s11) + exp(s12))
    y11 = a11*v11 + a12*v21
    y12 = a11*v12 + a12*v22
    """ + SECOND_ROW,
    attention(False), LESSON_TOKENS, [0.135152975323051, 0, 0.404219523536323, 0])

block(
    "causal-attention", "Scaled dot-product attention of PyTorch, is_causal", ATTENTION_INPUTS, OUTPUTS,
    """
    y11 = v11
    y12 = v12
    """ + SECOND_ROW,
    attention(True), LESSON_TOKENS, [1, 0, 0.404219523536323, 0])

NORM = """
    m = (x1 + x2 + x3)/3
    s = ((x1 - m)^2 + (x2 - m)^2 + (x3 - m)^2)/3
    y1 = g1*(x1 - m)/sqrt(s + 1e-5) + b1
    y2 = g2*(x2 - m)/sqrt(s + 1e-5) + b2
    y3 = g3*(x3 - m)/sqrt(s + 1e-5) + b3
"""

block(
    "layer-norm", "torch.nn.functional.layer_norm",
    ["x1", "x2", "x3", "g1", "g2", "g3", "b1", "b2", "b3"], ["y1", "y2", "y3"], NORM,
    lambda n: list(F.layer_norm(torch.stack(n[:3]), (3,), torch.stack(n[3:6]), torch.stack(n[6:]))),
    [1, 2, 4, 2, 2, 2, 0.5, 0.5, 0.5], [-1.63808306290059, -0.0345207657251487, 3.17260382862574])

block(
    "batch-norm", "torch.nn.functional.batch_norm, in training",
    ["x1", "x2", "x3", "gamma", "beta"], ["y1", "y2", "y3"],
    """
    m = (x1 + x2 + x3)/3
    s = ((x1 - m)^2 + (x2 - m)^2 + (x3 - m)^2)/3
    y1 = gamma*(x1 - m)/sqrt(s + 1e-5) + beta
    y2 = gamma*(x2 - m)/sqrt(s + 1e-5) + beta
    y3 = gamma*(x3 - m)/sqrt(s + 1e-5) + beta
    """,
    lambda n: list(F.batch_norm(torch.stack(n[:3]).reshape(3, 1), None, None, n[3].reshape(1), n[4].reshape(1), training=True).reshape(-1)),
    [1, 2, 4, 2, 0.5], [-1.63808306290059, -0.0345207657251487, 3.17260382862574])
