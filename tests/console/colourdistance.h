// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <cmath>
#include <numbers>

// How different two colours look: CIEDE2000 (Sharma, Wu, Dalal 2005), also as the three kinds of colour blindness see them (the
// full-severity matrices of Machado, Oliveira, Fernandes 2009, applied to linear light).
namespace hmsact::console::colours {

enum class Eye { Normal, Protan, Deutan, Tritan };
using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

inline double linear(double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); }

inline Triple times(const Matrix &m, const Triple &v)
{
    Triple out{};
    for (size_t i = 0; i < 3; ++i)
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

inline const Matrix &seenBy(Eye eye)
{
    static const Matrix normal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    static const Matrix protan{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static const Matrix deutan{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    static const Matrix tritan{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    switch (eye) {
    case Eye::Protan:
        return protan;
    case Eye::Deutan:
        return deutan;
    case Eye::Tritan:
        return tritan;
    case Eye::Normal:
        break;
    }
    return normal;
}

inline Triple toLab(const QColor &colour, Eye eye)
{
    Triple rgb = times(seenBy(eye), {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double &c : rgb)
        c = std::clamp(c, 0.0, 1.0);
    static const Matrix toXyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = times(toXyz, rgb);
    const auto f = [](double t) {
        return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

inline double ciede2000(const Triple &one, const Triple &two)
{
    constexpr double pi = std::numbers::pi;
    const auto pow7 = [](double v) {
        return std::pow(v, 7);
    };
    const double chroma = (std::hypot(one[1], one[2]) + std::hypot(two[1], two[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(pow7(chroma) / (pow7(chroma) + pow7(25))));
    const double a1 = one[1] * (1 + g);
    const double a2 = two[1] * (1 + g);
    const double c1 = std::hypot(a1, one[2]);
    const double c2 = std::hypot(a2, two[2]);
    const auto hue = [](double b, double a) {
        return a == 0 && b == 0 ? 0 : std::fmod(std::atan2(b, a) + 2 * pi, 2 * pi);
    };
    const double h1 = hue(one[2], a1);
    const double h2 = hue(two[2], a2);
    double dh = h2 - h1;
    double hMean = h1 + h2;
    if (c1 * c2 == 0) {
        dh = 0;
    } else if (std::abs(dh) > pi) {
        dh += dh > 0 ? -2 * pi : 2 * pi;
        hMean = (hMean + (hMean < 2 * pi ? 2 * pi : -2 * pi)) / 2;
    } else {
        hMean /= 2;
    }
    const double dL = two[0] - one[0];
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2);
    const double lMean = (one[0] + two[0]) / 2;
    const double cMean = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos(hMean - pi / 6) + 0.24 * std::cos(2 * hMean) + 0.32 * std::cos(3 * hMean + pi / 30)
        - 0.20 * std::cos(4 * hMean - 63 * pi / 180);
    const double turn = pi / 3 * std::exp(-std::pow((hMean * 180 / pi - 275) / 25, 2));
    const double rC = 2 * std::sqrt(pow7(cMean) / (pow7(cMean) + pow7(25)));
    const double sL = 1 + 0.015 * std::pow(lMean - 50, 2) / std::sqrt(20 + std::pow(lMean - 50, 2));
    const double sC = 1 + 0.045 * cMean;
    const double sH = 1 + 0.015 * cMean * t;
    const double l = dL / sL;
    const double c = dC / sC;
    const double h = dH / sH;
    return std::sqrt(l * l + c * c + h * h - std::sin(turn) * rC * c * h);
}

// WCAG 2 contrast ratio, 1 to 21.
inline double contrast(const QColor &one, const QColor &two)
{
    const auto luminance = [](const QColor &c) {
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double a = luminance(one);
    const double b = luminance(two);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace hmsact::console::colours
