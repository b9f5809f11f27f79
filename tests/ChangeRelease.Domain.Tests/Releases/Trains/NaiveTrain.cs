using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Trains;

/// <summary>
/// A train once more, with whole hours instead of calendars and lists instead of events: it departs every so many hours from an hour on, and
/// boarding ends so many hours before. A departure is called by its hour, and keeps the cut-off it had when something first happened on it.
/// </summary>
internal sealed class NaiveTrain
{
    public static readonly (int Every, int From, int CutOff)[] Timetables = [(24, 0, 6), (24, 12, 6), (48, 0, 10), (24, 0, 2)];

    public static readonly LocalDateTime Origin = new(2026, 11, 2, 0, 0);

    private readonly Dictionary<int, (string Stage, int CutOff, List<(string Who, string By, bool IsLate)> Aboard)> _departures = [];

    private readonly List<string> _hotfixes = [];

    private (int Every, int From, int CutOff) _timetable = Timetables[0];

    public static LocalDateTime Nominal(int at) => Origin.PlusHours(at);

    public static int At(LocalDateTime nominal) => (int)Period.Between(Origin, nominal, PeriodUnits.Hours).Hours;

    public static TrainTimetable Timetable((int Every, int From, int CutOff) of) =>
        new(RecurrenceRule.Daily.Every(of.Every / 24).From(Nominal(of.From)), "Etc/UTC", Duration.FromHours(of.CutOff));

    public IEnumerable<(int At, string Stage, IEnumerable<(string Who, string By, bool IsLate)> Aboard)> Departures =>
        _departures.OrderBy(departure => departure.Key).Select(departure => (departure.Key, departure.Value.Stage, departure.Value.Aboard.AsEnumerable()));

    public IEnumerable<string> Hotfixes => _hotfixes;

    /// <summary>What comes of a command at an hour: <c>done</c>, <c>nothing</c>, or the codes of what is wrong and can be judged.</summary>
    public string Tell(TrainCommand command, string by, bool isConductor, int hour, Func<string, bool> isReady)
    {
        var wrong = new List<string>();
        void Need(bool isMet, string code)
        {
            if (!isMet && !wrong.Contains(code))
            {
                wrong.Add(code);
            }
        }

        switch (command)
        {
            case RetimeTrain retime:
                {
                    var to = Timetables.Single(timetable => Timetable(timetable).Equals(retime.Timetable));
                    Need(isConductor, "train.request.not-a-conductor");
                    if (to == _timetable)
                    {
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    Need(retime.Reason.Trim().Length > 0, "train.reason.missing");
                    return Told(wrong, () => _timetable = to);
                }

            case BoardTrain board:
                {
                    var (who, at) = (board.Passenger.Id, board.Departure is { } nominal ? At(nominal) : NextAfter(int.MinValue, hour));
                    if (Where(who) == at)
                    {
                        Need(isConductor || ByOf(who) == by, "train.passenger.of-another");
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    Ahead(at, () => Need(hour < CutOffOf(at) && StageOf(at) == "boarding", "train.boarding.over"));
                    Need(Where(who) is null, "train.passenger.aboard-another");
                    return Told(wrong, () => Open(at).Aboard.Add((who, by, false)));
                }

            case LeaveTrain leave:
                OffBefore(leave.Passenger.Id, leave.Reason);
                return Told(wrong, () => Remove(leave.Passenger.Id));
            case DeferPassenger defer:
                OffBefore(defer.Passenger.Id, defer.Reason);
                return Told(wrong, () => Move(defer.Passenger.Id, hour));
            case TakeOffLate off:
                Need(isConductor, "train.request.not-a-conductor");
                Need(off.Reason.Trim().Length > 0, "train.reason.missing");
                Need(Where(off.Passenger.Id) is not null, "train.passenger.not-aboard");
                Need(Where(off.Passenger.Id) is not { } place || hour >= CutOffOf(place), "train.cut-off.ahead");
                return Told(wrong, () => Move(off.Passenger.Id, hour));
            case BoardLate late:
                {
                    var (who, at) = (late.Passenger.Id, At(late.Departure));
                    Need(isConductor, "train.request.not-a-conductor");
                    if (Where(who) == at)
                    {
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    Need(late.Reason.Trim().Length > 0, "train.reason.missing");
                    Ahead(at, () => Need(StageOf(at) == "closed", "train.manifest.open"));
                    Need(Where(who) is null, "train.passenger.aboard-another");
                    return Told(wrong, () => Open(at).Aboard.Add((who, by, true)));
                }

            case CloseBoarding close:
                {
                    var at = At(close.Departure);
                    Need(isConductor, "train.request.not-a-conductor");
                    if (StageOf(at) == "closed")
                    {
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    Ahead(at, () => { });
                    Need(!IsKnown(at) || hour >= CutOffOf(at), "train.cut-off.ahead");
                    return Told(wrong, () =>
                    {
                        Stage(at, "closed");
                        Open(at).Aboard.Select(entry => entry.Who).Where(who => !isReady(who)).ToList().ForEach(who => Move(who, hour));
                    });
                }

            case DepartTrain depart:
                {
                    var at = At(depart.Departure);
                    Need(isConductor, "train.request.not-a-conductor");
                    if (StageOf(at) == "departed")
                    {
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    Ahead(at, () => Need(StageOf(at) == "closed", "train.manifest.open"));
                    Need(!IsKnown(at) || hour >= at, "train.departure.ahead");
                    return Told(wrong, () => Stage(at, "departed"));
                }

            case CancelDeparture cancel:
                {
                    var at = At(cancel.Departure);
                    Need(isConductor, "train.request.not-a-conductor");
                    Need(cancel.Reason.Trim().Length > 0, "train.reason.missing");
                    Ahead(at, () => { });
                    return Told(wrong, () =>
                    {
                        var aboard = Open(at).Aboard.Select(entry => entry.Who).ToList();
                        aboard.ForEach(who => Move(who, hour));
                        Stage(at, "canceled");
                    });
                }

            case NoteHotfix hotfix:
                Need(hotfix.Reason.Trim().Length > 0, "train.reason.missing");
                Need(Where(hotfix.Release.Value) is null, "train.passenger.aboard-another");
                Need(!_hotfixes.Contains(hotfix.Release.Value), "train.hotfix.noted-already");
                return Told(wrong, () => _hotfixes.Add(hotfix.Release.Value));
            default:
                throw new NotSupportedException(command.ToString());
        }

        void OffBefore(string who, string reason)
        {
            Need(reason.Trim().Length > 0, "train.reason.missing");
            Need(Where(who) is not null, "train.passenger.not-aboard");
            Need(Where(who) is null || isConductor || ByOf(who) == by, "train.passenger.of-another");
            Need(Where(who) is not { } at || (hour < CutOffOf(at) && StageOf(at) == "boarding"), "train.boarding.over");
        }

        // What waits for a departure that is known and neither gone nor canceled.
        void Ahead(int at, Action then)
        {
            Need(IsKnown(at), "train.departure.unknown");
            Need(!IsKnown(at) || StageOf(at) is "boarding" or "closed", "train.departure.over");
            if (IsKnown(at) && StageOf(at) is "boarding" or "closed")
            {
                then();
            }
        }
    }

    private static string Told(List<string> wrong, Action then)
    {
        if (wrong.Count > 0)
        {
            return string.Join(' ', wrong);
        }

        then();
        return "done";
    }

    private bool IsKnown(int at) => _departures.ContainsKey(at) || IsOnTimetable(at);

    private bool IsOnTimetable(int at) => at >= _timetable.From && (at - _timetable.From) % _timetable.Every == 0;

    private int CutOffOf(int at) => _departures.TryGetValue(at, out var known) ? known.CutOff : at - _timetable.CutOff;

    private int? Where(string who) => _departures.Where(one => one.Value.Stage is "boarding" or "closed" && one.Value.Aboard.Any(entry => entry.Who == who)).Select(one => (int?)one.Key).FirstOrDefault();

    private string ByOf(string who) => _departures[Where(who)!.Value].Aboard.First(entry => entry.Who == who).By;

    private string StageOf(int at) => _departures.TryGetValue(at, out var known) ? known.Stage : "boarding";

    private (string Stage, int CutOff, List<(string Who, string By, bool IsLate)> Aboard) Open(int at)
    {
        _departures.TryAdd(at, ("boarding", CutOffOf(at), []));
        return _departures[at];
    }

    private void Stage(int at, string stage) => _departures[at] = Open(at) with { Stage = stage };

    private void Remove(string who) => _departures[Where(who)!.Value].Aboard.RemoveAll(entry => entry.Who == who);

    private void Move(string who, int hour)
    {
        var (from, by) = (Where(who)!.Value, ByOf(who));
        Remove(who);
        Open(NextAfter(from, hour)).Aboard.Add((who, by, false));
    }

    // By the timetable of now: a departure that is on an earlier one only is kept, and nobody is brought there.
    private int NextAfter(int at, int hour)
    {
        for (var next = _timetable.From; ; next += _timetable.Every)
        {
            if (next > at && hour < next - _timetable.CutOff && hour < CutOffOf(next) && StageOf(next) == "boarding")
            {
                return next;
            }
        }
    }
}
