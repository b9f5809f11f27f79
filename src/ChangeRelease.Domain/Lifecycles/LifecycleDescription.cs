using System.Globalization;
using System.Text;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A lifecycle as data: what diagrams, references and hashes are made from.</summary>
/// <param name="Id">The definition's name.</param>
/// <param name="Version">The definition's version, from 1.</param>
/// <param name="Start">Where a life begins.</param>
/// <param name="Ends">Where a life may end.</param>
/// <param name="States">Every state, in the order of the table.</param>
/// <param name="Transitions">Every row, in the order of the table.</param>
public sealed record LifecycleDescription(
    string Id,
    int Version,
    State Start,
    ValueList<State> Ends,
    ValueList<State> States,
    ValueList<Transition> Transitions)
{
    private const char Separator = '\u001f';

    // No name is empty, so nothing that has a name hashes like something without.
    private const string None = "";

    internal Digest Hash()
    {
        var text = new StringBuilder();
        Line(text, "lifecycle", Id, Version.ToString(CultureInfo.InvariantCulture), Start.Name);
        foreach (var state in States)
        {
            Line(text, "state", state.Name, state.Phase.Name, state.Phase.Order?.ToString(CultureInfo.InvariantCulture) ?? "aside", Ends.Contains(state) ? "end" : "-");
        }

        foreach (var row in Transitions)
        {
            Line(text, "on", row.From.Name, row.Trigger.Value, row.IsSideDoor ? "side door" : "-", row.Selector ?? None, string.Join(' ', row.Requirements));
            foreach (var outcome in row.Outcomes)
            {
                Line(text, "to", outcome.Case ?? None, outcome.To.Name, outcome.Exit?.Hash.Hex ?? None);
            }
        }

        return Digest.Of(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // Names hold no control characters, so neither a field nor a line can be forged.
    private static void Line(StringBuilder text, params ReadOnlySpan<string> fields) => text.Append(string.Join(Separator, fields!)).Append('\n');
}
