using System.Globalization;
using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Tests.Docs.Reference;

/// <summary>The reference of the built-in lifecycles, written from their tables.</summary>
internal static class LifecyclePage
{
    private const string Head = """
        # Built-in lifecycles

        This page is generated from the definitions themselves; a test fails when it is stale.
        A row reads: in each of these states, this trigger leads there, when everything in the last column is met.
        What each code asks for stands in [refusals](refusals.md). A *side door* may run against the order of the phases.
        The hash names the table: every change, release, template and meeting keeps the one it was opened under.

        """;

    public static IReadOnlyList<LifecycleRef> References { get; } =
        [.. ChangeModelCatalog.BuiltIn.All.Select(model => model.Lifecycle.Reference), ReleaseModels.Ordinary.Lifecycle.Reference, TemplateModels.Ordinary.Lifecycle.Reference, MeetingModels.Ordinary.Lifecycle.Reference];

    public static IReadOnlyList<LifecycleDescription> Descriptions { get; } =
        [.. ChangeModelCatalog.BuiltIn.All.Select(model => model.Lifecycle.Description), ReleaseModels.Ordinary.Lifecycle.Description, TemplateModels.Ordinary.Lifecycle.Description, MeetingModels.Ordinary.Lifecycle.Description];

    public static string Write()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var (description, reference) in Descriptions.Zip(References))
        {
            Add(text, description, reference);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, LifecycleDescription description, LifecycleRef reference)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {description.Id}\n\nVersion {description.Version}, hash `{reference.Hash.Abbreviated}`. ");
        text.Append(CultureInfo.InvariantCulture, $"Begins in {description.Start}, ends in {string.Join(" or ", description.Ends)}.\n\n");
        text.Append("| state | phase |\n|---|---|\n");
        foreach (var state in description.States)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {state} | {state.Phase} |\n");
        }

        text.Append("\n| from | trigger | to | needs |\n|---|---|---|---|\n");
        foreach (var alike in description.Transitions.GroupBy(row => (row.Trigger, row.IsSideDoor, To: To(row), Needs: Needs(row))))
        {
            var (trigger, isSideDoor, to, needs) = alike.Key;
            var from = string.Join(", ", alike.Select(row => row.From));
            text.Append(CultureInfo.InvariantCulture, $"| {from} | {trigger}{(isSideDoor ? " (side door)" : string.Empty)} | {to} | {needs} |\n");
        }

        text.Append("\n| trigger | takes |\n|---|---|\n");
        foreach (var known in description.Triggers.Where(known => known.Parameters.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {known.Trigger} | {string.Join("<br/>", known.Parameters.Select(parameter => $"`{parameter}`: {parameter.Sentence}"))} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n```mermaid\n{Diagram.Mermaid(description)}```\n");
    }

    private static string To(Transition row) => row.Selector is null
        ? string.Join("; ", row.Outcomes.Select(outcome => Named(row, outcome)))
        : $"by *{row.Selector}*: {string.Join("; ", row.Outcomes.Select(outcome => $"{outcome.Case} → {Named(row, outcome)}"))}";

    private static string Named(Transition row, Outcome outcome) =>
        outcome.Exit is { } elsewhere ? $"{outcome.To} of {elsewhere.Id}" : outcome.To == row.From ? "stays" : outcome.To.Name;

    private static string Needs(Transition row) => row.Requirements.Count == 0 ? "nothing" : string.Join(", ", row.Requirements.Select(code => $"`{code}`"));
}
