using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>When a train departs, on the wall clock of a zone (S-41, S-44), and how long before that boarding ends.</summary>
/// <remarks>A departure that a clock change skips moves forward by the gap; of one that happens twice, the first counts (S-43). The cut-off is elapsed time before the departure.</remarks>
public sealed record TrainTimetable
{
    // Wide enough for whoever runs a train, and narrow enough for days to be put on and taken off.
    private static readonly Instant Earliest = Instant.FromUtc(2, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9_000, 1, 1, 0, 0);

    /// <summary>Makes a timetable.</summary>
    /// <param name="departures">When the train departs, nominally: weekly, daily, or as RFC 5545 has it.</param>
    /// <param name="zone">The IANA zone in which that is meant; one that is not known is refused when the train is opened.</param>
    /// <param name="cutOff">How long before a departure boarding ends: from zero to <see cref="LongestCutOff"/>, in whole microseconds.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cutOff"/> is less than zero, or too long.</exception>
    public TrainTimetable(RecurrenceSet departures, string zone, Duration cutOff)
    {
        ArgumentNullException.ThrowIfNull(departures);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentOutOfRangeException.ThrowIfLessThan(cutOff, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cutOff, LongestCutOff);
        (Departures, Zone, CutOff) = (departures, zone, cutOff.ToMicroseconds());
    }

    /// <summary>The longest cut-off: 366 days.</summary>
    public static Duration LongestCutOff { get; } = Duration.FromDays(366);

    /// <summary>When the train departs, nominally.</summary>
    public RecurrenceSet Departures { get; }

    /// <summary>The IANA zone.</summary>
    public string Zone { get; }

    /// <summary>How long before a departure boarding ends.</summary>
    public Duration CutOff { get; }

    /// <summary>On some days of every week.</summary>
    /// <param name="from">The time of the first departure, or one from which to count.</param>
    /// <param name="zone">The IANA zone.</param>
    /// <param name="cutOff">How long before a departure boarding ends.</param>
    /// <param name="days">The weekdays; when there is none, that of <paramref name="from"/>.</param>
    /// <returns>The timetable.</returns>
    /// <exception cref="RecurrenceException"><paramref name="from"/> is no whole second.</exception>
    public static TrainTimetable Weekly(LocalDateTime from, string zone, Duration cutOff, params ReadOnlySpan<IsoDayOfWeek> days) =>
        new(RecurrenceRule.Weekly(days).From(from), zone, cutOff);

    /// <summary>Every day.</summary>
    /// <param name="from">The time of the first departure.</param>
    /// <param name="zone">The IANA zone.</param>
    /// <param name="cutOff">How long before a departure boarding ends.</param>
    /// <returns>The timetable.</returns>
    /// <exception cref="RecurrenceException"><paramref name="from"/> is no whole second.</exception>
    public static TrainTimetable Daily(LocalDateTime from, string zone, Duration cutOff) => new(RecurrenceRule.Daily.From(from), zone, cutOff);

    /// <summary>The first departures whose cut-off is ahead.</summary>
    /// <param name="now">The instant of the question; a cut-off at it is over.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="zones">Where zones are looked up.</param>
    /// <returns>The departures in order; fewer than asked when there are no more, and none when the zone is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zones"/> is null.</exception>
    public ValueList<TrainTime> After(Instant now, int count, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        return zones.GetZoneOrNull(Zone) is { } zone ? Ahead(now, null, zone).Take(count).ToValueList() : [];
    }

    /// <summary>Finds one departure.</summary>
    /// <param name="nominal">When it departs, nominally.</param>
    /// <param name="zones">Where zones are looked up.</param>
    /// <returns>The departure, or null when the timetable has none then, or the zone is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zones"/> is null.</exception>
    public TrainTime? Find(LocalDateTime nominal, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        return zones.GetZoneOrNull(Zone) is { } zone && Departures.Contains(nominal) ? At(nominal, zone) : null;
    }

    /// <summary>The departures whose cut-off is ahead, after one of them or from the first on.</summary>
    internal IEnumerable<TrainTime> Ahead(Instant now, LocalDateTime? after, DateTimeZone zone)
    {
        var search = Departures.Next(LocalDateTime.Max(Before(now), after ?? Before(now)));
        for (; search.Start is { } nominal; search = Departures.Next(nominal))
        {
            if (At(nominal, zone) is var time && time.CutOff > now)
            {
                yield return time;
            }
        }
    }

    // A day earlier than now on any clock of the world, so that nothing is missed; what is over is left out.
    private LocalDateTime Before(Instant now) => (Instant.Max(Earliest, Instant.Min(now, Latest)) + CutOff).InUtc().LocalDateTime.PlusDays(-1);

    private TrainTime At(LocalDateTime nominal, DateTimeZone zone)
    {
        var at = WallTime.Resolve(zone, nominal, SkippedTime.ForwardByGap, RepeatedTime.First).Instant!.Value;
        return new TrainTime(nominal, at, at - CutOff);
    }
}
