using System.Text.Json;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Finds the requirements that a row names, and makes those that take arguments.</summary>
internal sealed class NeedResolution<TAttempt>(Vocabulary<TAttempt> vocabulary, DocumentPlaces places, DocumentFaults faults)
{
    private ValueList<string>? _codes;

    public IReadOnlyList<Requirement<TAttempt>> Of(IReadOnlyList<Spelled<NeedEntry>> needs, string path)
    {
        var found = new List<Requirement<TAttempt>>(needs.Count);
        for (var at = 0; at < needs.Count && !faults.IsFull; at++)
        {
            faults.Step();
            if (Of(needs[at].Full, $"{path}[{at}]") is { } requirement)
            {
                places.Need(requirement.Reference.ToString(), $"{path}[{at}]");
                found.Add(requirement);
            }
        }

        return found;
    }

    private Requirement<TAttempt>? Of(NeedEntry need, string path)
    {
        var template = vocabulary.Template(need.Code);
        return template is null ? Plain(need, path) : Made(template, need.With ?? new Dictionary<string, JsonElement>(), path);
    }

    private Requirement<TAttempt>? Plain(NeedEntry need, string path)
    {
        if (vocabulary.Requirement(new RequirementRef(need.Code, Given(need))) is { } known)
        {
            return known;
        }

        var codes = _codes ??= vocabulary.Codes;
        if (codes.Contains(need.Code))
        {
            places.Fault("lifecycle.document.arguments-unknown", $"{path}.with", $"The requirement {need.Code} is not known with these arguments. Leave them out, or add the requirement to the vocabulary.");
        }
        else
        {
            places.Fault("lifecycle.document.requirement-unknown", path, $"No requirement has the code '{DocumentPath.Shown(need.Code)}'. Add it to the vocabulary, or name another.{places.Suggestions.For(need.Code, codes)}");
        }

        return null;
    }

    private static Arguments Given(NeedEntry need) =>
        need.With is null ? Arguments.None : Arguments.OfCanonical(need.With.Select(given => KeyValuePair.Create(given.Key, Arguments.Canonical(given.Value))));

    private Requirement<TAttempt>? Made(RequirementTemplate<TAttempt> template, IReadOnlyDictionary<string, JsonElement> given, string path)
    {
        var before = faults.Count;
        var known = template.Parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        foreach (var missing in template.Parameters.Where(parameter => parameter.IsRequired && !given.ContainsKey(parameter.Name)))
        {
            places.Fault("lifecycle.document.argument-missing", $"{path}.with{DocumentPath.Member(missing.Name)}", $"{template.Code} takes {missing}, and none is given. Give one: {missing.Sentence}");
        }

        foreach (var (name, value) in given)
        {
            faults.Step();
            Argument(template, known, name, value, path);
        }

        return faults.Count == before && !faults.IsFull ? Make(template, known, given, path) : null;
    }

    private void Argument(RequirementTemplate<TAttempt> template, Dictionary<string, Parameter> known, string name, JsonElement value, string path)
    {
        var place = $"{path}.with{DocumentPath.Member(name)}";
        if (!known.TryGetValue(name, out var parameter))
        {
            places.Fault("lifecycle.document.argument-unknown", place, $"{template.Code} takes nothing called '{DocumentPath.Shown(name)}'. Leave it out.{places.Suggestions.For(name, known.Keys)}");
        }
        else if (parameter.Problem(value.GetRawText()) is { } problem)
        {
            places.Fault("lifecycle.document.argument-unfit", place, $"The value {problem}. Give one: {parameter.Sentence}");
        }
    }

    // What a template makes of arguments that fit is the host's own; that it refuses some is told like any other fault.
    private Requirement<TAttempt>? Make(RequirementTemplate<TAttempt> template, Dictionary<string, Parameter> known, IReadOnlyDictionary<string, JsonElement> given, string path)
    {
        try
        {
            return template.With(Arguments.OfCanonical(given.Select(value => KeyValuePair.Create(value.Key, known[value.Key].Canonical(value.Value)))));
        }
        catch (Exception refused) when (refused is ArgumentException or FormatException)
        {
            places.Fault("lifecycle.document.argument-refused", $"{path}.with", $"{template.Code} does not take these arguments: {refused.Message} Give others.");
            return null;
        }
    }
}
