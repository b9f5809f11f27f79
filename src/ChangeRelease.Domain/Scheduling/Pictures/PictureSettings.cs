using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>What a picture of a plan or a calendar shows, and on whose clock.</summary>
public sealed record PictureSettings
{
    /// <summary>The most bars that <see cref="Most"/> may ask for.</summary>
    public const int MostBars = 5_000;

    private readonly int _most = 500;
    private readonly string _title = string.Empty;

    /// <summary>Takes the zone whose wall clock the picture shows.</summary>
    /// <param name="zone">The zone; there is no other on the picture.</param>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public PictureSettings(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        Zone = zone;
    }

    /// <summary>The zone whose wall clock the picture shows.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>What stands above it, in Unicode normal form C; blank for <c>Plan</c>, or the calendar's name.</summary>
    /// <exception cref="ArgumentException">It holds half a surrogate pair.</exception>
    public string Title
    {
        get => _title;
        init => _title = Text.Canonical(value, nameof(value));
    }

    /// <summary>What stands together.</summary>
    public PictureGrouping Grouping { get; init; }

    /// <summary>The stretch of time that is drawn; null for the horizon of the plan, or the range of the calendar.</summary>
    public Slot? Range { get; init; }

    /// <summary>Where the line stands that says <em>now</em>; null for none. It is not drawn outside of <see cref="Range"/>.</summary>
    public Instant? Now { get; init; }

    /// <summary>Whether what depends on what is drawn as arrows; only where both are drawn, and not by Mermaid.</summary>
    public bool ShowsDependencies { get; init; }

    /// <summary>How many bars are drawn, the earliest first; 1 to <see cref="MostBars"/>. The picture says how many it leaves away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It leaves these bounds.</exception>
    public int Most
    {
        get => _most;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostBars);
            _most = value;
        }
    }
}
