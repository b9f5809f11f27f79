using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Where a map leads the subjects of one state.</summary>
/// <param name="From">The state of the definition that is left.</param>
/// <param name="To">The state of the definition that is entered.</param>
public sealed record MigrationMove(State From, State To)
{
    /// <summary>Whether <see cref="To"/> is said to be the same state under another name.</summary>
    public bool IsRename { get; internal init; }

    /// <summary>The gates before <see cref="To"/> that these subjects did not pass and are excused from; almost always empty.</summary>
    public ValueList<State> AsIfPast { get; internal init; } = [];

    /// <summary>The triggers that only the state entered has a row for; whether their requirements are met is another question.</summary>
    public ValueList<Trigger> Gains { get; internal init; } = [];

    /// <summary>The triggers that only the state left has a row for.</summary>
    public ValueList<Trigger> Loses { get; internal init; } = [];

    /// <summary>Both states, the excuse, and what can be taken now and no longer.</summary>
    /// <returns>For example <c>Approved -> Checking (gains Check; loses Schedule)</c>.</returns>
    public override string ToString() => $"{From} -> {To}{(IsRename ? ", renamed" : string.Empty)}{(AsIfPast.Count == 0 ? string.Empty : $", as if past {string.Join(", ", AsIfPast)}")}{Differs()}";

    private string Differs()
    {
        var parts = new[] { (Word: "gains", Triggers: Gains), (Word: "loses", Triggers: Loses) }
            .Where(part => part.Triggers.Count > 0)
            .Select(part => $"{part.Word} {string.Join(", ", part.Triggers)}")
            .ToList();
        return parts.Count == 0 ? string.Empty : $" ({string.Join("; ", parts)})";
    }
}
