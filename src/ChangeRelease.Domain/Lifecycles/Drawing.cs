using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>What a diagram shows beside the table: what is needed, and where one subject is, was and may go.</summary>
/// <remarks>What the table does not have is not marked; a path may therefore hold steps of other definitions.</remarks>
public sealed record Drawing
{
    /// <summary>The table and nothing else.</summary>
    public static Drawing Plain { get; } = new();

    /// <summary>Whether each transition shows the codes of its requirements, with their arguments, one on a line.</summary>
    public bool ShowsRequirements { get; init; }

    /// <summary>The state the subject is in, to be marked; null for none.</summary>
    public State? Current { get; init; }

    /// <summary>The path taken, from its first step: its transitions are numbered, its states marked.</summary>
    public ValueList<PathStep> Path { get; init; } = [];

    /// <summary>States to be marked like those of <see cref="Path"/>, for a subject of which no steps are known.</summary>
    public ValueList<State> Visited { get; init; } = [];

    /// <summary>The triggers that are available in <see cref="Current"/>: the others that leave it are drawn faintly where the format can; null marks neither.</summary>
    public ValueList<Trigger>? Available { get; init; }
}
