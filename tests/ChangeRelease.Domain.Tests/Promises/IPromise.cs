namespace ChangeRelease.Domain.Tests.Promises;

/// <summary>Something that must hold in a large space, walked in parts: the tests walk a little of it, the soak command all of it, with the same code.</summary>
/// <remarks>A part is the same wherever and whenever it is walked, and parts may be walked at the same time.</remarks>
internal interface IPromise
{
    /// <summary>What must hold, as a sentence.</summary>
    string Claim { get; }

    /// <summary>How many parts make up what is walked whole; none where everything is random.</summary>
    int Wholes => 0;

    /// <summary>How many random cases make a part.</summary>
    int SizeOfPart => 10_000;

    /// <summary>Walks a part of what is walked whole.</summary>
    void Walk(int part, Findings findings) => throw new ArgumentOutOfRangeException(nameof(part), part, "Nothing is walked whole.");

    /// <summary>Walks random cases.</summary>
    void Walk(Batch batch, Findings findings);
}
