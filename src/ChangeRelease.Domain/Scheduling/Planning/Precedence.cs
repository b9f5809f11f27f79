using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>How far apart two items are: one depends on the other (S-53).</summary>
/// <remarks>The second is not planned where the first is left out. Distances are from slot to slot; a part of a granule counts so that the plan keeps the distance asked for.</remarks>
/// <param name="First">What must be planned.</param>
/// <param name="Second">What depends on it.</param>
public sealed record Precedence(WorkItemId First, WorkItemId Second)
{
    /// <summary>Between which ends the distance is measured.</summary>
    public PrecedenceKind Kind { get; init; } = PrecedenceKind.EndToStart;

    /// <summary>The least distance; negative when the second may be earlier; null when there is none.</summary>
    public Duration? AtLeast { get; init; } = Duration.Zero;

    /// <summary>The greatest distance; null when there is none.</summary>
    public Duration? AtMost { get; init; }

    /// <summary>What is asked, as text.</summary>
    /// <returns>For example <c>REL-2 after REL-1</c>.</returns>
    public override string ToString() => $"{Second} {Between()} {First}{Least()}{Greatest()}";

    private string Between() => Kind switch
    {
        PrecedenceKind.EndToStart => "after",
        PrecedenceKind.StartToStart => "starting after the start of",
        PrecedenceKind.EndToEnd => "ending after the end of",
        _ => "ending after the start of",
    };

    private string Least() => AtLeast is { } least && least != Duration.Zero ? $" by at least {least.ToText()}" : string.Empty;

    private string Greatest() => AtMost is { } most ? $" by at most {most.ToText()}" : string.Empty;
}
