using System.Collections.Concurrent;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>When a region works, in a version that never changes: its days, its sessions as instants, and its working time.</summary>
/// <remarks>
/// It is immutable, knows no clock, and may be asked from any number of threads. Calendars are equal when they say the same under the same name and
/// version. It answers for the years 1 to 8999.
/// </remarks>
public sealed partial class BusinessCalendar : IEquatable<BusinessCalendar>
{
    private const int MostYearsKept = 256;

    private readonly ConcurrentDictionary<int, BusinessYear> _years = [];
    private readonly DateTimeZone _zone;
    private readonly SessionPlacing _placing;

    private BusinessCalendar(CalendarId id, int version, BusinessHours hours, IDateTimeZoneProvider zones)
    {
        (Id, Version, Hours, ZoneDataVersion) = (id, version, hours, zones.VersionId);
        _zone = zones[hours.Zone];
        _placing = new SessionPlacing(_zone);
        _extent = new Lazy<BusinessExtent>(() => BusinessExtent.Of(Hours));
        Digest = DigestOf();
    }

    /// <summary>The calendar's name.</summary>
    public CalendarId Id { get; }

    /// <summary>Which version of it this is; at least 1.</summary>
    public int Version { get; }

    /// <summary>What it is defined by, in its one form: weeks in order, days with the same hours together.</summary>
    public BusinessHours Hours { get; }

    /// <summary>The IANA zone whose wall clock it follows.</summary>
    public string Zone => Hours.Zone;

    /// <summary>The SHA-256 of id, version and hours; the order of weeks does not matter, that of occasions does.</summary>
    public Digest Digest { get; }

    /// <summary>The version of the time zone data that its instants are resolved with (S-49).</summary>
    public string ZoneDataVersion { get; }

    /// <summary>Defines a business calendar.</summary>
    /// <param name="id">The calendar's name.</param>
    /// <param name="version">Which version of it this is; at least 1.</param>
    /// <param name="hours">Its weeks, holidays, and days with other hours.</param>
    /// <param name="zones">The time zones.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1.</exception>
    /// <exception cref="BusinessDefinitionException">The hours have faults; it lists all of them.</exception>
    public static BusinessCalendar Define(CalendarId id, int version, BusinessHours hours, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        var faults = Verify(hours, zones);
        return faults.Count == 0
            ? new BusinessCalendar(id, version, hours.Normalized(), zones)
            : throw new BusinessDefinitionException(id, faults);
    }

    /// <summary>Finds everything that is wrong with hours, without defining a calendar.</summary>
    /// <param name="hours">The weeks, holidays, and days with other hours.</param>
    /// <param name="zones">The time zones.</param>
    /// <returns>Every fault, by its place; empty when a calendar can be defined.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ValueList<BusinessFault> Verify(BusinessHours hours, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(zones);
        return BusinessVerification.Of(hours, zones).ToValueList();
    }

    /// <summary>Whether both have the same name, version and hours.</summary>
    /// <param name="other">The other calendar.</param>
    /// <returns>True when they have.</returns>
    public bool Equals(BusinessCalendar? other) => other is not null && Digest == other.Digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BusinessCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => Digest.GetHashCode();

    /// <summary>Name, version and the beginning of the digest.</summary>
    /// <returns>For example <c>london-office@3#0f3a5c77b2d1</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}#{Digest.Abbreviated}");

    /// <summary>The special days of a year; so many years are kept that ordinary questions find theirs, and not so many that all of them fill the memory.</summary>
    internal BusinessYear YearOf(int year)
    {
        if (_years.Count > MostYearsKept)
        {
            _years.Clear();
        }

        return _years.GetOrAdd(year, at => new BusinessYear(Hours, at));
    }

    internal DayPlan Plan(LocalDate day) => YearOf(day.Year).On(day);

    private Digest DigestOf()
    {
        var text = new CanonicalText().Field("business-calendar", Id.Value).Field("version", CanonicalText.Show(Version));
        Hours.WriteTo(text);
        return text.Digest;
    }
}
