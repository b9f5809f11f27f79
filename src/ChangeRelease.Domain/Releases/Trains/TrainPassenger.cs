using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What rides on a train: a change, or a release.</summary>
public sealed record TrainPassenger : IComparable<TrainPassenger>
{
    /// <summary>Takes what it is and its id; <see cref="Of(ChangeId)"/> and <see cref="Of(ReleaseId)"/> say the same.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not a name.</exception>
    public TrainPassenger(TrainPassengerKind kind, string id)
    {
        Kind = kind;
        Id = Identifier.Problem(id) is { } problem ? throw new ArgumentException($"A passenger's id {problem}.", nameof(id)) : id;
    }

    /// <summary>What it is.</summary>
    public TrainPassengerKind Kind { get; }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>A change.</summary>
    /// <param name="change">The change.</param>
    /// <returns>The passenger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="change"/> is null.</exception>
    public static TrainPassenger Of(ChangeId change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new TrainPassenger(TrainPassengerKind.Change, change.Value);
    }

    /// <summary>A release.</summary>
    /// <param name="release">The release.</param>
    /// <returns>The passenger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="release"/> is null.</exception>
    public static TrainPassenger Of(ReleaseId release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new TrainPassenger(TrainPassengerKind.Release, release.Value);
    }

    /// <summary>Orders changes before releases, and by the ordinal value of the id.</summary>
    /// <param name="other">The passenger to compare with; null sorts first.</param>
    /// <returns>A negative number, zero or a positive number.</returns>
    public int CompareTo(TrainPassenger? other) => other is null ? 1
        : Kind.CompareTo(other.Kind) is var kind and not 0 ? kind
        : string.CompareOrdinal(Id, other.Id);

    /// <summary>The id.</summary>
    /// <returns>For example <c>CHG-7</c>.</returns>
    public override string ToString() => Id;
}
