using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>Names a release train.</summary>
public sealed record TrainId : Identifier
{
    /// <summary>Takes a name as it is.</summary>
    /// <param name="value">The name; see <see cref="Identifier"/> for what a name may hold.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not a name.</exception>
    public TrainId(string value)
        : base(value)
    {
    }
}
