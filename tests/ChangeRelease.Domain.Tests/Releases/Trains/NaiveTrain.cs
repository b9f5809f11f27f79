using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases.Trains;

/// <summary>A daily train once more, with whole hours instead of calendars and lists instead of events: day d departs at hour 24 d, and boarding ends six hours before.</summary>
internal sealed class NaiveTrain
{
    public const int CutOff = 6;

    public static readonly LocalDateTime Origin = new(2026, 11, 2, 0, 0);

    private readonly Dictionary<int, (string Stage, List<(string Who, string By, bool IsLate)> Aboard)> _days = [];

    private readonly List<string> _hotfixes = [];

    public static LocalDateTime Nominal(int day) => Origin.PlusDays(day);

    public static int Day(LocalDateTime nominal) => (int)Period.Between(Origin, nominal, PeriodUnits.Days).Days;

    public IEnumerable<(int Day, string Stage, IEnumerable<(string Who, string By, bool IsLate)> Aboard)> Days => _days.OrderBy(day => day.Key).Select(day => (day.Key, day.Value.Stage, day.Value.Aboard.AsEnumerable()));

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
            case BoardTrain board:
                {
                    var (who, day) = (board.Passenger.Id, board.Departure is { } nominal ? Day(nominal) : NextAfter(int.MinValue, hour));
                    if (Where(who) == day)
                    {
                        Need(isConductor || ByOf(who) == by, "train.passenger.of-another");
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    var isOver = StageOf(day) is "departed" or "canceled";
                    Need(!isOver, "train.departure.over");
                    Need(isOver || (hour < (24 * day) - CutOff && StageOf(day) == "boarding"), "train.boarding.over");
                    Need(Where(who) is null, "train.passenger.aboard-another");
                    return Told(wrong, () => Open(day).Aboard.Add((who, by, false)));
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
                Need(Where(off.Passenger.Id) is not { } place || StageOf(place) == "closed", "train.manifest.open");
                return Told(wrong, () => Move(off.Passenger.Id, hour));
            case BoardLate late:
                {
                    var (who, day) = (late.Passenger.Id, Day(late.Departure));
                    Need(isConductor, "train.request.not-a-conductor");
                    if (Where(who) == day)
                    {
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    var isOver = StageOf(day) is "departed" or "canceled";
                    Need(late.Reason.Trim().Length > 0, "train.reason.missing");
                    Need(!isOver, "train.departure.over");
                    Need(isOver || StageOf(day) == "closed", "train.manifest.open");
                    Need(Where(who) is null, "train.passenger.aboard-another");
                    return Told(wrong, () => Open(day).Aboard.Add((who, by, true)));
                }

            case CloseBoarding close:
                {
                    var day = Day(close.Departure);
                    Need(isConductor, "train.request.not-a-conductor");
                    if (StageOf(day) == "closed")
                    {
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    Need(StageOf(day) == "boarding", "train.departure.over");
                    Need(hour >= (24 * day) - CutOff, "train.cut-off.ahead");
                    return Told(wrong, () =>
                    {
                        Stage(day, "closed");
                        Open(day).Aboard.Select(entry => entry.Who).Where(who => !isReady(who)).ToList().ForEach(who => Move(who, hour));
                    });
                }

            case DepartTrain depart:
                {
                    var day = Day(depart.Departure);
                    Need(isConductor, "train.request.not-a-conductor");
                    if (StageOf(day) == "departed")
                    {
                        return wrong.Count > 0 ? string.Join(' ', wrong) : "nothing";
                    }

                    Need(StageOf(day) != "canceled", "train.departure.over");
                    Need(StageOf(day) is "closed" or "canceled", "train.manifest.open");
                    Need(hour >= 24 * day, "train.departure.ahead");
                    return Told(wrong, () => Stage(day, "departed"));
                }

            case CancelDeparture cancel:
                {
                    var day = Day(cancel.Departure);
                    Need(isConductor, "train.request.not-a-conductor");
                    Need(cancel.Reason.Trim().Length > 0, "train.reason.missing");
                    Need(StageOf(day) is "boarding" or "closed", "train.departure.over");
                    return Told(wrong, () =>
                    {
                        var aboard = Open(day).Aboard.Select(entry => entry.Who).ToList();
                        aboard.ForEach(who => Move(who, hour));
                        Stage(day, "canceled");
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
            Need(Where(who) is not { } day || (hour < (24 * day) - CutOff && StageOf(day) == "boarding"), "train.boarding.over");
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

    private int? Where(string who) => _days.Where(day => day.Value.Stage is "boarding" or "closed" && day.Value.Aboard.Any(entry => entry.Who == who)).Select(day => (int?)day.Key).FirstOrDefault();

    private string ByOf(string who) => _days[Where(who)!.Value].Aboard.First(entry => entry.Who == who).By;

    private string StageOf(int day) => _days.TryGetValue(day, out var known) ? known.Stage : "boarding";

    private (string Stage, List<(string Who, string By, bool IsLate)> Aboard) Open(int day)
    {
        _days.TryAdd(day, ("boarding", []));
        return _days[day];
    }

    private void Stage(int day, string stage) => _days[day] = (stage, Open(day).Aboard);

    private void Remove(string who) => _days[Where(who)!.Value].Aboard.RemoveAll(entry => entry.Who == who);

    private void Move(string who, int hour)
    {
        var (from, by) = (Where(who)!.Value, ByOf(who));
        Remove(who);
        Open(NextAfter(from, hour)).Aboard.Add((who, by, false));
    }

    private int NextAfter(int day, int hour)
    {
        for (var next = Math.Max(day == int.MinValue ? 0 : day + 1, 0); ; next++)
        {
            if (hour < (24 * next) - CutOff && StageOf(next) == "boarding")
            {
                return next;
            }
        }
    }
}
