using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Which stream a subject lives in, and how its events are written.</summary>
internal static class Streams
{
    public static Codec<ChangeRequest, ChangeEvent> Changes { get; } =
        new(ChangeRequest.Fold, ChangeJson.ReadEvent, ChangeJson.Write, ChangeJson.TypeOf) { GoOn = ChangeRequest.GoOn };

    public static Codec<Release, ReleaseEvent> Releases { get; } =
        new(Release.Fold, ReleaseJson.ReadEvent, ReleaseJson.Write, ReleaseJson.TypeOf);

    public static Codec<ChangeTemplate, TemplateEvent> Templates { get; } =
        new(ChangeTemplate.Fold, TemplateJson.ReadEvent, TemplateJson.Write, TemplateJson.TypeOf);

    public static Codec<BoardMeeting, MeetingEvent> Meetings { get; } =
        new(BoardMeeting.Fold, MeetingJson.ReadEvent, MeetingJson.Write, MeetingJson.TypeOf);

    public static Codec<ReleaseTrain, TrainEvent> Trains { get; } =
        new(ReleaseTrain.Fold, TrainJson.ReadEvent, TrainJson.Write, TrainJson.TypeOf);

    public static Codec<BookingLedger, BookingEvent> Bookings { get; } =
        new(BookingLedger.Fold, BookingJson.ReadEvent, BookingJson.Write, BookingJson.TypeOf);

    public static Codec<EmergencyLedger, EmergencyLedgerEvent> Emergencies { get; } =
        new(EmergencyLedger.Fold, EmergencyLedgerJson.ReadEvent, EmergencyLedgerJson.Write, EmergencyLedgerJson.TypeOf);

    public static StreamId Of(TenantId tenant, ChangeId change) => new(tenant, "change", change.Value);

    public static StreamId Of(TenantId tenant, ReleaseId release) => new(tenant, "release", release.Value);

    public static StreamId Of(TenantId tenant, TemplateId template) => new(tenant, "template", template.Value);

    public static StreamId Of(TenantId tenant, MeetingId meeting) => new(tenant, "meeting", meeting.Value);

    public static StreamId Of(TenantId tenant, TrainId train) => new(tenant, "train", train.Value);

    /// <summary>That of a calendar is plainly called <c>bookings</c>, as changes and releases book there.</summary>
    public static StreamId Of(TenantId tenant, LedgerKey ledger) => new(tenant, ledger.Calendar is null ? $"{ledger.Kind}-bookings" : "bookings", ledger.Id.Value);

    public static StreamId EmergenciesOf(TenantId tenant) => new(tenant, "emergencies", "ledger");

    /// <summary>Kind and key; of a key that is too long for that, its digest.</summary>
    public static HolderId Holder(StreamId stream) => new(BoundedNames.Of(stream.Kind, stream.Key));
}
