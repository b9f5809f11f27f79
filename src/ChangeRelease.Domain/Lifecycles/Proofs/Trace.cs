using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A path: where it begins, and one transition after another.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Moves">What is taken, in order; none for a path that ends where it begins.</param>
public sealed record Trace(State From, ValueList<TraceMove> Moves)
{
    /// <summary>Where it ends.</summary>
    public State To => Moves.Count == 0 ? From : Moves[^1].To;

    /// <summary>Everything that is asked for on the way, each once, in the order in which it is met.</summary>
    public ValueList<RequirementRef> Requirements => Moves.SelectMany(move => move.Requirements).Distinct().ToValueList();

    /// <summary>One move a line.</summary>
    /// <returns>Lines without an end of line after the last one; the state alone for a path without moves.</returns>
    public override string ToString() => Moves.Count == 0 ? From.Name : string.Join('\n', Moves);
}
