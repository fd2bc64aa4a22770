// SPDX-FileCopyrightText: 2026 The HMS-ACT authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/jsonanswer.h"
#include "api/paging.h"
#include "api/queryreader.h"
#include "api/routes.h"
#include "domain/notfound.h"
#include "domain/objectreader.h"
#include "domain/pathname.h"
#include "domain/rule.h"
#include "domain/wholenumber.h"

#include <limits>

namespace hmsact::api {

using namespace Qt::StringLiterals;
using domain::Result;
using domain::Role;
using domain::RuleId;

namespace {

const QString ruleTag = QStringLiteral("Escalation rules");

Result<RuleId> ruleOf(const Input &input) { return idIn<RuleId>(input, domain::noRule); }

// A question or a command that says nothing but which rule it is about.
template <class Said, class About>
Result<Said> aboutRule(const Input &input)
{
    const Result<RuleId> id = ruleOf(input);
    return id ? Result<Said>(About{*id}) : Result<Said>(id.error());
}

Result<domain::Command> setRule(const Input &input)
{
    Result<domain::Rule> rule = domain::ruleFrom(input.json);
    return rule ? Result<domain::Command>(domain::SaveRule{std::move(*rule), {}}) : rule.error();
}

Result<domain::Command> changeRule(const Input &input)
{
    const Result<RuleId> id = ruleOf(input);
    if (!id)
        return id.error();
    domain::FieldErrors errors;
    domain::ObjectReader reader(input.json, {}, errors);
    domain::checkAgainstPath(reader, "id", id->toString());
    domain::SaveRule command{{}, *id};
    if (const int version = input.knownVersion(errors))
        command.knownVersion = version;
    Result<domain::Rule> rule = domain::ruleFrom(input.json);
    if (!rule)
        errors.add(rule.error());
    else
        command.rule = std::move(*rule);
    return errors.isEmpty() ? Result<domain::Command>(std::move(command)) : errors.error();
}

Result<domain::Query> tryRule(const Input &input)
{
    Result<domain::DryRunRule> question = domain::dryRunFrom(input.json);
    return question ? Result<domain::Query>(std::move(*question)) : question.error();
}

Result<domain::Query> lintRule(const Input &input)
{
    domain::FieldErrors errors;
    domain::ObjectReader reader(input.json, {}, errors);
    domain::LintRule question{domain::readRuleChoice(reader)};
    reader.finish();
    return errors.isEmpty() ? Result<domain::Query>(std::move(question)) : errors.error();
}

Result<domain::Query> listFirings(const Input &input)
{
    const Result<RuleId> id = ruleOf(input);
    if (!id)
        return id.error();
    QueryReader query(input.query);
    domain::ListFirings list{*id, query.limit(), query.text("cursor"_L1)};
    return query.finish(std::move(list));
}

Result<domain::Query> listVersions(const Input &input)
{
    const Result<RuleId> id = ruleOf(input);
    if (!id)
        return id.error();
    QueryReader query(input.query);
    domain::ListRuleVersions list{*id, query.limit(), query.text("cursor"_L1)};
    return query.finish(std::move(list));
}

Result<domain::Query> getVersion(const Input &input)
{
    const Result<RuleId> id = ruleOf(input);
    if (!id)
        return id.error();
    const QString text = input.path.value(u"version"_s);
    const std::optional<qint64> version = domain::wholeNumber(text);
    if (!version || *version < 1 || *version > std::numeric_limits<int>::max())
        return domain::noVersion(*id, text);
    return domain::Query(domain::GetRuleVersion{*id, int(*version)});
}

} // namespace

// Looking at a rule without saving it, and at what it did.
static void addRuleInsight(Routes &routes)
{
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/escalations/dry-run"_s),
                      .role = Role::Supervisor,
                      .action = Ask{tryRule},
                      .tag = ruleTag,
                      .summary = u"What a rule, saved or not, would have done to what is recorded; changes nothing"_s,
                      .responseSchema = u"DryRun"_s,
                      .requestSchema = u"NewDryRun"_s,
                      .errors = {404},
                      .body = Body::Json});
    routes.push_back({.method = "POST",
                      .path = PathTemplate(base + u"/escalations/lint"_s),
                      .role = Role::Viewer,
                      .action = Ask{lintRule},
                      .tag = ruleTag,
                      .summary = u"What a rule, saved or not, may not do as its author thinks; changes nothing"_s,
                      .responseSchema = u"Remarks"_s,
                      .requestSchema = u"NewLint"_s,
                      .errors = {404},
                      .body = Body::Json});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/escalations/rules/{id}/firings"_s),
                      .role = Role::Viewer,
                      .action = Ask{listFirings},
                      .tag = ruleTag,
                      .summary = u"What a rule has fired, newest first: by which version of it, why, and what came of it"_s,
                      .responseSchema = u"FiringPage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/escalations/rules/{id}/versions"_s),
                      .role = Role::Viewer,
                      .action = Ask{listVersions},
                      .tag = ruleTag,
                      .summary = u"Every text of a rule, newest first, also of one that was removed"_s,
                      .responseSchema = u"RuleVersionPage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "GET",
                      .path = PathTemplate(base + u"/escalations/rules/{id}/versions/{version}"_s),
                      .role = Role::Viewer,
                      .action = Ask{getVersion},
                      .tag = ruleTag,
                      .summary = u"A rule as it was: the version that a firing names"_s,
                      .responseSchema = u"RuleVersion"_s});
}

void addRuleRoutes(Routes &routes)
{
    addRuleInsight(routes);
    const PathTemplate all(base + u"/escalations/rules"_s);
    const PathTemplate one(base + u"/escalations/rules/{id}"_s);
    routes.push_back({.method = "POST",
                      .path = all,
                      .role = Role::Admin,
                      .action = Act{setRule},
                      .tag = ruleTag,
                      .summary = u"Sets a rule, in its short form or in full; one of that name is changed (then 200)"_s,
                      .responseSchema = u"Rule"_s,
                      .requestSchema = u"NewRule"_s,
                      .errors = {409},
                      .body = Body::Json,
                      .status = 201,
                      .location = base + u"/escalations/rules/%1"_s,
                      .orUpdates = true,
                      .keepsKey = true});
    routes.push_back({.method = "GET",
                      .path = all,
                      .role = Role::Viewer,
                      .action = Ask{listAll<domain::ListRules>, tellAll<domain::Rule>},
                      .tag = ruleTag,
                      .summary = u"All rules, the built-in one first"_s,
                      .responseSchema = u"RulePage"_s,
                      .query = withPaging()});
    routes.push_back({.method = "GET",
                      .path = one,
                      .role = Role::Viewer,
                      .action = Ask{aboutRule<domain::Query, domain::GetRule>},
                      .tag = ruleTag,
                      .summary = u"One rule"_s,
                      .responseSchema = u"Rule"_s});
    routes.push_back(
        {.method = "PUT",
         .path = one,
         .role = Role::Admin,
         .action = Act{changeRule},
         .tag = ruleTag,
         .summary = u"Changes a rule: a new version, whole; with the version that was read, only if it is still that"_s,
         .responseSchema = u"Rule"_s,
         .requestSchema = u"ChangedRule"_s,
         .errors = {409},
         .body = Body::Json});
    routes.push_back({.method = "DELETE",
                      .path = one,
                      .role = Role::Admin,
                      .action = Act{aboutRule<domain::Command, domain::RemoveRule>, tellNothing},
                      .tag = ruleTag,
                      .summary = u"Removes a rule; the built-in one can be switched off only"_s,
                      .errors = {409},
                      .status = 204});
}

} // namespace hmsact::api
