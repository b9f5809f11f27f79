namespace ChangeRelease.Domain.History;

/// <summary>How much a reading or a verification of history may take; what is larger is told and not kept.</summary>
public sealed record HistoryLimits
{
    /// <summary>The ordinary limits.</summary>
    public static HistoryLimits Ordinary { get; } = new();

    /// <summary>The most bytes of one line of a file, without its end; ordinarily 16 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int LineBytes
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 1 << 24;

    /// <summary>The most streams of a file; ordinarily a million. About each a few hundred bytes are remembered.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Streams
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 1_000_000;

    /// <summary>The most breaks, and the most faults of a file, that are told in words; further ones are counted. Ordinarily a thousand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Findings
    {
        get;
        init => field = AtLeastOne(value);
    }

    = 1_000;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
