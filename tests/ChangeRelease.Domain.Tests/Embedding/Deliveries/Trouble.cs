namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>What befalls one delivery.</summary>
/// <param name="Kind">What breaks.</param>
/// <param name="Append">At which append, from 1 on.</param>
/// <param name="OvertakenAt">Before which call at the store another delivery comes first, from 1 on; 0 before none.</param>
internal sealed record Trouble(TroubleKind Kind, int Append, int OvertakenAt)
{
    public static Trouble None { get; } = new(TroubleKind.None, 0, 0);
}
