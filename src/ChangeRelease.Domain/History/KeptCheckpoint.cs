namespace ChangeRelease.Domain.History;

/// <summary>A checkpoint with the heads that it stands for: with them a verification tells not only that something is wrong, but where (S-70).</summary>
/// <remarks>The heads may lie in the reach of others: none can be changed without the checkpoint, and that is what is kept elsewhere.</remarks>
public sealed record KeptCheckpoint
{
    /// <summary>Puts a checkpoint and its heads together.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="heads">The heads that it stands for.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The heads do not give the root and the number of the checkpoint.</exception>
    public KeptCheckpoint(Checkpoint checkpoint, StreamHeads heads)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(heads);
        (Checkpoint, Heads) = heads.Root == checkpoint.Root && heads.All.Count == checkpoint.Streams
            ? (checkpoint, heads)
            : throw new ArgumentException($"{checkpoint} does not stand for {heads}.", nameof(heads));
    }

    /// <summary>The checkpoint.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The heads that it stands for.</summary>
    public StreamHeads Heads { get; }

    /// <summary>The checkpoint for people.</summary>
    /// <returns>The text of <see cref="Checkpoint"/>.</returns>
    public override string ToString() => Checkpoint.ToString();
}
