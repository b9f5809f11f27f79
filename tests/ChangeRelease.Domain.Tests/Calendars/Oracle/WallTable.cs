using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars.Oracle;

/// <summary>What the wall clock of a zone reads, minute by minute, over three weeks around an instant.</summary>
internal sealed class WallTable
{
    public const int Minutes = 21 * 24 * 60;

    private readonly Dictionary<LocalDateTime, List<int>> _minutes = [];
    private readonly List<int> _jumps = [];
    private readonly LocalDateTime[] _local = new LocalDateTime[Minutes];

    public WallTable(DateTimeZone zone, Instant middle)
    {
        (Zone, Origin) = (zone, middle - Duration.FromMinutes(Minutes / 2));
        for (var minute = 0; minute < Minutes; minute++)
        {
            _local[minute] = At(minute).InZone(zone).LocalDateTime;
            if (!_minutes.TryAdd(_local[minute], [minute]))
            {
                _minutes[_local[minute]].Add(minute);
            }

            if (minute > 0 && _local[minute] > _local[minute - 1].PlusMinutes(1))
            {
                _jumps.Add(minute);
            }
        }
    }

    public DateTimeZone Zone { get; }

    public Instant Origin { get; }

    public Instant At(int minute) => Origin + Duration.FromMinutes(minute);

    public LocalDateTime Read(int minute) => _local[minute];

    /// <summary>Every minute at which the clock reads so.</summary>
    public IReadOnlyList<int> MinutesOf(LocalDateTime local) => _minutes.TryGetValue(local, out var minutes) ? minutes : [];

    /// <summary>The first minute after the jump over a time that the clock never reads, and the first time jumped over; null outside the table.</summary>
    public (int Minute, LocalDateTime First)? JumpOver(LocalDateTime local) => _jumps
        .Where(minute => _local[minute - 1] < local && local < _local[minute])
        .Select(minute => ((int, LocalDateTime)?)(minute, _local[minute - 1].PlusMinutes(1)))
        .FirstOrDefault();
}
