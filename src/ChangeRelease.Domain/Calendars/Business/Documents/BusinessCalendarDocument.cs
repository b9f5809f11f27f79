using System.Text.Json;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>Business calendars as JSON documents: written from a calendar, and read back.</summary>
/// <remarks>The schema is <c>docs/reference/business-calendar.schema.json</c>; the guide to business time shows a document by hand.</remarks>
public static class BusinessCalendarDocument
{
    /// <summary>What a document names as its format.</summary>
    public const string Format = "change-release/business-calendar/1";

    private const string Title = "A business calendar of ChangeRelease.Domain, format 1";

    private static readonly DocumentReader<BusinessCalendarEntry> Reader = new(Format, BusinessJsonContext.OfDocuments.BusinessCalendarEntry);

    /// <summary>The limits of a reading that states none.</summary>
    /// <remarks>One MiB; 16 levels; 200 weeks, 48 stretches of a day, 2 000 occasions of each kind, 10 000 dates of one.</remarks>
    public static DocumentLimits OrdinaryLimits { get; } = new DocumentLimits()
        .AtMost("weeks", 200).AtMost("days", 7).AtMost("on", 7).AtMost("hours", 48)
        .AtMost("holidays", 2_000).AtMost("alteredDays", 2_000).AtMost("specialDays", 2_000)
        .AtMost("dates", 10_000).AtMost("exceptYears", 1_000).AtMost("onlyOn", 7);

    /// <summary>Writes a calendar; equal calendars give equal bytes.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The document in UTF-8, laid out for people.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public static byte[] Write(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return DocumentWriter.Write(JsonSerializer.SerializeToElement(BusinessWriting.Entry(calendar), BusinessJsonContext.OfDocuments.BusinessCalendarEntry));
    }

    /// <summary>Reads a document.</summary>
    /// <remarks>
    /// Everything that is wrong is told at once, by its place: names, dates and times that are none, and all that keeps a calendar from being defined.
    /// Where the shape is wrong, only what is wrong with the shape.
    /// </remarks>
    /// <param name="document">The document in UTF-8, with or without a byte order mark.</param>
    /// <param name="zones">The time zones.</param>
    /// <param name="limits">How large it may be; null for <see cref="OrdinaryLimits"/>.</param>
    /// <returns>The calendar, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zones"/> is null.</exception>
    public static DocumentReading<BusinessCalendar> Read(ReadOnlyMemory<byte> document, IDateTimeZoneProvider zones, DocumentLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(zones);
        var faults = new DocumentFaults("calendar");
        return Resolve(Reader.Read(document, limits ?? OrdinaryLimits, faults), zones, faults);
    }

    /// <summary>Reads a document as <see cref="Read(ReadOnlyMemory{byte}, IDateTimeZoneProvider, DocumentLimits?)"/> does, within <see cref="OrdinaryLimits"/>.</summary>
    /// <param name="document">The document as text.</param>
    /// <param name="zones">The time zones.</param>
    /// <returns>The calendar, or everything that is wrong with the document.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static DocumentReading<BusinessCalendar> Read(string document, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        var faults = new DocumentFaults("calendar");
        return Resolve(Reader.Read(document, OrdinaryLimits, faults), zones, faults);
    }

    /// <summary>The JSON Schema of such documents, draft 2020-12.</summary>
    /// <returns>The schema in UTF-8; the same bytes at each call.</returns>
    public static byte[] Schema() => DocumentSchema.Write(Reader.Shape, Format, Title, OrdinaryLimits);

    private static DocumentReading<BusinessCalendar> Resolve(BusinessCalendarEntry? entry, IDateTimeZoneProvider zones, DocumentFaults faults) =>
        new(entry is null ? null : new BusinessResolution(faults, zones).Calendar(entry), faults);
}
