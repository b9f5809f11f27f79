namespace ChangeRelease.Domain.Testing;

/// <summary>How much a <see cref="StoreContract"/> tries.</summary>
public sealed record StoreContractSettings
{
    /// <summary>The seed of the first generated sequence of calls; the others follow one by one.</summary>
    public long FirstSeed { get; init; } = 1;

    /// <summary>How many sequences of calls are generated; 20 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int Seeds
    {
        get;
        init => field = Positive(value, nameof(Seeds));
    }

    = 20;

    /// <summary>How many calls a generated sequence has; 40 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int Calls
    {
        get;
        init => field = Positive(value, nameof(Calls));
    }

    = 40;

    /// <summary>How many race for the same version; 8 unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than two.</exception>
    public int Racers
    {
        get;
        init => field = value > 1 ? value : throw new ArgumentOutOfRangeException(nameof(Racers), value, "One alone does not race.");
    }

    = 8;

    /// <summary>How often they race; 20 times unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int Rounds
    {
        get;
        init => field = Positive(value, nameof(Rounds));
    }

    = 20;

    /// <summary>How long one trial of one check may take before the store counts as one that does not answer; a minute unless said otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public TimeSpan Limit
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(Limit), value, "A trial needs some time.");
    }

    = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What the names of all tenants begin with. Each trial has tenants of its own, so that a database may be used again within one run; one that
    /// keeps its rows from run to run needs another name for each run.
    /// </summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string Tenants
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("A name is not blank.", nameof(Tenants)) : value;
    }

    = "contract";

    private static int Positive(int value, string name) => value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, "Nothing would be checked.");
}
