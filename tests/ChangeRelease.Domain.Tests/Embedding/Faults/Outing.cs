using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>A journey through the desks as it is made for the first time, when nothing breaks; every step of it is kept as a scene.</summary>
internal sealed class Outing(string name) : IClock
{
    private readonly InMemoryEventStore _store = new();
    private readonly List<Scene> _scenes = [];
    private int _serial;
    private bool _isKnown;

    public Instant Now { get; set; } = Premises.Opening;

    public FactBook Facts { get; set; } = Premises.Book;

    public DeskSettings Settings { get; set; } = Premises.Settings;

    public Ports Ports => new(_store, Facts, this, Settings);

    /// <summary>Everything that was recorded so far.</summary>
    public IReadOnlyList<EventRecord> Records => Snapshot.Of(_store).GetAwaiter().GetResult().Records;

    public static IReadOnlyList<Scene> Of(string name, Func<Outing, Task> way, DeskSettings? settings = null)
    {
        var outing = new Outing(name) { Settings = settings ?? Premises.Settings };
        way(outing).GetAwaiter().GetResult();
        return outing._scenes;
    }

    public Instant GetCurrentInstant() => Now;

    public void Wait(Duration time) => Now += time;

    public Task<ChangeRequest> Change(ChangeId id) => Seen(Ports.Changes.FindAsync(id));

    public Task<Release> Release(ReleaseId id) => Seen(Ports.Releases.FindAsync(id));

    public Task<ChangeTemplate> Template(TemplateId id) => Seen(Ports.Templates.FindAsync(id));

    public Task<BoardMeeting> Meeting(MeetingId id) => Seen(Ports.Meetings.FindAsync(id));

    /// <summary>Goes a way that another journey shows: none of its steps is a scene of this one.</summary>
    public async Task Along(Func<Task> way)
    {
        _isKnown = true;
        await way();
        _isKnown = false;
    }

    /// <summary>Hands a command in; it must be accepted, and something must happen.</summary>
    public async Task Do(Errand errand)
    {
        Wait(Duration.FromMinutes(1));
        var scene = new Scene(name, errand, new CommandId(FormattableString.Invariant($"c{_serial++}")), await Snapshot.Of(_store), Facts, Now, Settings);
        _scenes.AddRange(_isKnown ? [] : [scene]);
        var answer = await errand.HandInAsync(Ports, scene.Name);
        if (answer is not { IsAccepted: true, Events: > 0 })
        {
            throw new InvalidOperationException($"{scene}: {answer}");
        }
    }

    private static async Task<T> Seen<T>(ValueTask<T?> found)
        where T : class => await found ?? throw new InvalidOperationException("There is none.");
}
