// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sampledocument.h"

namespace hmsact::app {
namespace {

QByteArray pdfString(const QString &text)
{
    QByteArray out = text.toLatin1();
    out.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    return '(' + out + ')';
}

QByteArray pageContent(const QString &title, const QStringList &lines)
{
    QByteArray content = "BT /F1 18 Tf 40 540 Td " + pdfString(title) + " Tj /F1 11 Tf";
    for (const QString &line : lines)
        content += " 0 -20 Td " + pdfString(line) + " Tj";
    return content + " ET";
}

QString csvRow(const QStringList &fields)
{
    QStringList quoted;
    for (QString field : fields)
        quoted << u'"' + field.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"';
    return quoted.join(u',') + QStringLiteral("\r\n");
}

} // namespace

SampleDocument samplePdf(const QString &fileName, const QString &title, const QStringList &lines)
{
    const QByteArray content = pageContent(title, lines);
    const QByteArrayList objects{
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj" + objects.at(i) + "endobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray tableAt = QByteArray::number(pdf.size());
    pdf +=
        "xref\n0 " + count + '\n' + table + "trailer<</Size " + count + "/Root 1 0 R>>\nstartxref\n" + tableAt + "\n%%EOF\n";
    return {fileName, QStringLiteral("application/pdf"), pdf};
}

SampleDocument sampleCsv(const QString &fileName, const QStringList &header, const QList<QStringList> &rows)
{
    QString text = csvRow(header);
    for (const QStringList &row : rows)
        text += csvRow(row);
    return {fileName, QStringLiteral("text/csv"), text.toUtf8()};
}

} // namespace hmsact::app
