using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Keeps refused attempts in memory, for tests, trials and samples; it survives nothing.</summary>
public sealed class InMemoryAttemptLog : IAttemptLog
{
    private readonly Lock _gate = new();
    private readonly List<RefusedAttempt> _attempts = [];

    /// <summary>All attempts that were kept, the first one first.</summary>
    public ValueList<RefusedAttempt> All
    {
        get
        {
            lock (_gate)
            {
                return _attempts.ToValueList();
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(RefusedAttempt attempt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            _attempts.Add(attempt);
        }

        return default;
    }
}
