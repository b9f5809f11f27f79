namespace ChangeRelease.Domain.Approvals;

/// <summary>Who approved and who rejected, of an electorate.</summary>
internal readonly record struct Voices(Bits Approving, Bits Rejecting)
{
    public Voices With(Bits approving) => this with { Approving = Approving.Or(approving) };
}
