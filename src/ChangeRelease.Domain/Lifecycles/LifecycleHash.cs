using System.Globalization;
using System.Text;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The digest of a table: everything that a life depends on, and no wording (S-13).</summary>
internal static class LifecycleHash
{
    private const char Separator = '\u001f';

    // No name is empty, so nothing that has a name hashes like something without.
    private const string None = "";

    public static Digest Of(LifecycleDescription table)
    {
        var text = new StringBuilder();
        Add(text, "lifecycle", table.Id, Number(table.Version), table.Start.Name);
        if (table.DerivedFrom is { } parent)
        {
            Add(text, "derived from", parent.Id, Number(parent.Version), parent.Hash.Hex);
        }

        var ends = table.Ends.ToHashSet();
        foreach (var state in table.States)
        {
            Add(text, "state", state.Name, state.Phase.Name, state.Phase.Order is { } order ? Number(order) : "aside", ends.Contains(state) ? "end" : "-");
        }

        foreach (var known in table.Triggers)
        {
            Takes(text, known);
        }

        foreach (var row in table.Transitions)
        {
            Row(text, row);
        }

        return Digest.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Takes(StringBuilder text, TriggerDescription known)
    {
        foreach (var parameter in known.Parameters)
        {
            Add(text, ["takes", known.Trigger.Value, parameter.Name, parameter.Kind.ToString(), parameter.IsRequired ? "required" : "optional", .. parameter.Choices]);
        }
    }

    private static void Row(StringBuilder text, Transition row)
    {
        Add(text, "on", row.From.Name, row.Trigger.Value, row.IsSideDoor ? "side door" : "-", row.Selector ?? None, string.Join(' ', row.Requirements.Select(need => need.Code)));
        foreach (var need in row.Requirements.Where(need => need.Arguments.Count > 0))
        {
            Add(text, "with", need.Code, need.Arguments.ToJson());
        }

        foreach (var outcome in row.Outcomes)
        {
            Add(text, "to", outcome.Case ?? None, outcome.To.Name, outcome.Exit?.Hash.Hex ?? None);
            Add(text, "for those from", outcome.Origins);
            Add(text, "as if from", outcome.ComesFrom);
        }
    }

    private static void Add(StringBuilder text, string what, ValueList<State> states)
    {
        if (states.Count > 0)
        {
            Add(text, [what, .. states.Select(state => state.Name)]);
        }
    }

    // Names and canonical JSON hold no control characters, so neither a field nor a line can be forged.
    private static void Add(StringBuilder text, params ReadOnlySpan<string> fields) => text.AppendJoin(Separator, fields!).Append('\n');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
