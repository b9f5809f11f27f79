using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>A journey at the desks, every command of which is accepted.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Cast">Whom it is about.</param>
/// <param name="Deeds">What is done, in order.</param>
internal sealed record Tale(string Name, Cast Cast, ValueList<Deed> Deeds)
{
    /// <summary>What somebody else would like to do with what is not given to two; null when there is nothing of the kind.</summary>
    public Deed? Rival { get; init; }

    public override string ToString() => Name;
}
