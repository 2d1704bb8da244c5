#include "search/posting_codes.h"

#include <assert.h>
#include <string.h>

#include "base/list.h"

/* Most terms stand in one article only, a few in most. So the first bytes of a list are
 * in the list itself, the others in chunks, of which each is half as large as what the
 * list has by then:
 *
 *     list          chunks
 *     [0123]------->[link|4567]->[link|89..]->[link|........]
 *
 * Bytes live in a pool of blocks; a place is a number, a link the place of the next
 * chunk's first byte. The bounds between chunks are the same in all lists, so that no
 * list has to note them. */
#define LINK_SIZE   4u
#define CHUNK_LEAST 4u
#define CHUNK_MOST  256u

#define BLOCK_BITS 16u
#define BLOCK_SIZE (1u << BLOCK_BITS)

/* An (s,c)-dense code (Brisaboa, Farina, Navarro, Esteller 2003): a mark for an impact
 * that is not 0, then any continuers and one stopper. */
#define STOPPERS   192u
#define CONTINUERS 61u
#define MARKS      (STOPPERS + CONTINUERS - 1) /* and the impact */

struct posting_pool {
	struct arena *arena;
	struct {
		unsigned char **items;
		size_t count, capacity;
	} blocks;
	uint32_t used; /* of the latest block */
};

/* --- chunks --- */

/* Of the chunk that begins behind so many bytes. */
static uint32_t
chunk_size(uint32_t bytes)
{
	uint32_t size = CHUNK_LEAST;
	while (size < CHUNK_MOST && size * 4 <= bytes)
		size *= 2;
	return size;
}

static bool
begins_chunk(uint32_t bytes)
{
	return bytes >= POSTING_BYTES_INLINE && bytes % CHUNK_LEAST == 0 &&
	       bytes % chunk_size(bytes) == 0;
}

static unsigned char *
byte_at(const struct posting_pool *pool, uint32_t place)
{
	return pool->blocks.items[place >> BLOCK_BITS] + (place & (BLOCK_SIZE - 1));
}

/* Room for a chunk with its link; answers the place of its first byte. No chunk is split
 * between blocks. */
static uint32_t
new_chunk(struct posting_pool *pool, uint32_t size)
{
	if (!pool->blocks.count || pool->used + LINK_SIZE + size > BLOCK_SIZE) {
		assert(pool->blocks.count < UINT32_MAX / BLOCK_SIZE);
		*list_add(&pool->blocks, pool->arena) =
			arena_alloc(pool->arena, BLOCK_SIZE);
		pool->used = 0;
	}
	uint32_t place = (uint32_t)(pool->blocks.count - 1) << BLOCK_BITS |
			 (pool->used + LINK_SIZE);
	pool->used += LINK_SIZE + size;
	return place;
}

/* The link to the chunk behind stands before the one that is full. */
static void
add_chunk(struct posting_pool *pool, struct posting_codes *codes)
{
	uint32_t place = new_chunk(pool, chunk_size(codes->bytes));
	if (codes->bytes == POSTING_BYTES_INLINE) {
		codes->first = codes->at = place;
		return;
	}
	uint32_t before = chunk_size(codes->bytes - 1);
	memcpy(byte_at(pool, codes->at - before - LINK_SIZE), &place, LINK_SIZE);
	codes->at = place;
}

static void
add_byte(struct posting_pool *pool, struct posting_codes *codes, uint32_t byte)
{
	assert(byte <= UINT8_MAX && codes->bytes < UINT32_MAX);
	if (begins_chunk(codes->bytes))
		add_chunk(pool, codes);
	if (codes->bytes < POSTING_BYTES_INLINE)
		codes->begin[codes->bytes] = (unsigned char)byte;
	else
		*byte_at(pool, codes->at++) = (unsigned char)byte;
	codes->bytes++;
}

/* --- postings --- */

struct posting_pool *
posting_pool_open(struct arena *arena)
{
	struct posting_pool *pool = arena_new(arena, struct posting_pool);
	pool->arena = arena;
	return pool;
}

void
posting_codes_add(struct posting_pool *pool, struct posting_codes *codes, uint32_t gap,
	uint32_t impact)
{
	uint32_t tail[8], count = 0;
	if (impact)
		add_byte(pool, codes, MARKS + impact);
	for (uint32_t rest = gap / STOPPERS; rest > 0; rest /= CONTINUERS) {
		rest--;
		tail[count++] = STOPPERS + rest % CONTINUERS;
	}
	while (count)
		add_byte(pool, codes, tail[--count]);
	add_byte(pool, codes, gap % STOPPERS);
}

struct posting_walk
posting_walk(const struct posting_pool *pool, const struct posting_codes *codes)
{
	uint32_t most = POSTING_BYTES_INLINE;
	uint32_t count = codes->bytes < most ? codes->bytes : most;
	return (struct posting_walk){pool, codes->begin, codes->begin + count, count,
		codes->bytes - count, codes->first};
}

/* The next chunk, whose place is in walk->chunk; behind it stands no other yet where the
 * list ends in it. */
static void
enter_chunk(struct posting_walk *walk)
{
	uint32_t size = chunk_size(walk->before);
	uint32_t count = walk->left < size ? walk->left : size;
	walk->next = byte_at(walk->pool, walk->chunk);
	walk->end = walk->next + count;
	memcpy(&walk->chunk, walk->next - LINK_SIZE, LINK_SIZE);
	walk->before += count;
	walk->left -= count;
}

static uint32_t
next_byte(struct posting_walk *walk)
{
	if (walk->next == walk->end)
		enter_chunk(walk);
	return *walk->next++;
}

bool
posting_next(struct posting_walk *walk, uint32_t *posting)
{
	if (walk->next == walk->end && !walk->left)
		return false;
	uint32_t byte = next_byte(walk), impact = 0, rest = 0;
	if (byte > MARKS) {
		impact = byte - MARKS;
		byte = next_byte(walk);
	}
	for (; byte >= STOPPERS; byte = next_byte(walk))
		rest = rest * CONTINUERS + (byte - STOPPERS) + 1;
	*posting = (rest * STOPPERS + byte) * IMPACTS + impact;
	return true;
}
