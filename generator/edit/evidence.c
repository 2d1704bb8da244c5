#include "edit/evidence.h"

/* Fitted by logistic regression on news sentences with annotated names, rounded; features
 * that are too rare there (padding, compound surnames, brackets that tell a life) were
 * set by hand. */
static const int base = -180;
static const short of_surname[SURNAME_GRADES] = {0, -120, -140, -35, 65, 180, 60, 250};
static const short of_only[NAME_GRADES] = {0, -130, -130, -85, -10, 120};
static const short of_first[NAME_GRADES] = {0, -115, -120, 25, 110, 20};
static const short of_second[NAME_GRADES] = {0, -105, -165, 15, 110, 125};
static const short of_next[NAME_GRADES] = {0, -55, -60, -200, -225, -315};
static const short of_list[LIST_GRADES] = {-45, 0, 300, 300, 430, 520};
static const short of_frame[NAME_FRAMES] = {-35, 175, 85};
static const short of_foreign[NAME_FOREIGN] = {-20, -210, -185, -210};

static const short of_place[2] = {0, -120};

static const short of_shape[NAME_SHAPES] = {
	[SHAPE_SINGLES_2] = 5,
	[SHAPE_WHOLE_2] = -150,
	[SHAPE_PADDED] = 80,
	[SHAPE_SINGLES_3] = 125,
	[SHAPE_GIVEN_3] = -25,
	[SHAPE_HEAD_3] = -60,
	[SHAPE_WHOLE_3] = -95,
};

static const short of_edges[NAME_EDGES] = {
	[EDGES_BOTH] = 55,
	[EDGES_LEFT] = -110,
	[EDGES_RIGHT] = -150,
	[EDGES_NONE] = -250,
};

static const short of_left[LEFT_CONTEXTS] = {
	[LEFT_OFFICE] = 90,
	[LEFT_PART] = 105,
	[LEFT_WEAK] = 5,
	[LEFT_CREDIT] = 150,
	[LEFT_NAMING] = 150,
	[LEFT_LINK] = 0,
	[LEFT_PLAIN] = 15,
	[LEFT_COUNT] = -105,
	[LEFT_START] = 40,
	[LEFT_STOP] = 40,
	[LEFT_COMMA] = 55,
	[LEFT_LIST] = 25,
	[LEFT_OPENER] = -25,
	[LEFT_CLOSER] = 55,
	[LEFT_SPACE] = 40,
	[LEFT_LATIN] = -175,
	[LEFT_SINGLE] = -105,
	[LEFT_WORD] = -60,
};

static const short of_right[RIGHT_CONTEXTS] = {
	[RIGHT_SPEECH] = 170,
	[RIGHT_WORK] = 260,
	[RIGHT_AFTER] = 170,
	[RIGHT_CONDUCT] = 70,
	[RIGHT_PARTICLE] = 30,
	[RIGHT_OFFICE] = 100,
	[RIGHT_LIFE] = 150,
	[RIGHT_THING] = -200,
	[RIGHT_END] = 0,
	[RIGHT_STOP] = 0,
	[RIGHT_COMMA] = -20,
	[RIGHT_LIST] = 45,
	[RIGHT_OPENER] = 40,
	[RIGHT_CLOSER] = 0,
	[RIGHT_SPACE] = 0,
	[RIGHT_LATIN] = -60,
	[RIGHT_SINGLE] = -105,
	[RIGHT_WORD] = -15,
};

static int
score_name(const struct evidence *e)
{
	return base + of_surname[e->surname] + of_only[e->only] + of_first[e->first] +
	       of_second[e->second];
}

int
evidence_score(const struct evidence *e)
{
	return score_name(e) + of_next[e->next] + of_shape[e->shape] +
	       of_edges[e->edges] + of_left[e->left] + of_right[e->right] +
	       of_frame[e->frame] + of_list[e->list] + of_foreign[e->foreign] +
	       of_place[e->place];
}

/* 管委会主任|康宁|表示, and behind a quotation: ”|王成|说. */
uint8_t
evidence_frame(enum left_context left, enum right_context right)
{
	if (left == LEFT_CLOSER && right == RIGHT_SPEECH)
		return FRAME_VERB;
	if (left > LEFT_NAMING)
		return FRAME_NONE;
	if (right <= RIGHT_CONDUCT)
		return FRAME_VERB;
	return right < RIGHT_LATIN ? FRAME_SIGN : FRAME_NONE;
}

static int
best_left(unsigned lefts, enum right_context right)
{
	int best = EVIDENCE_NONE;
	for (int left = 0; left < LEFT_CONTEXTS; left++) {
		if (!(lefts & 1u << left))
			continue;
		int value = of_left[left] +
			    of_frame[evidence_frame((enum left_context)left, right)];
		best = value > best ? value : best;
	}
	return best;
}

/* Han behind a name is a single or begins a word: the latter says less against it. */
int
evidence_best(const struct evidence *e, size_t given, const struct surroundings *around)
{
	enum right_context right = (enum right_context)around->right;
	int shape = given == 1 ? SHAPE_SINGLES_2 : SHAPE_SINGLES_3;
	if (e->shape == SHAPE_PADDED)
		shape = SHAPE_PADDED;
	if (right == RIGHT_SINGLE)
		right = RIGHT_WORD;
	return score_name(e) + of_shape[shape] + of_edges[EDGES_BOTH] +
	       best_left(around->lefts, right) + of_right[right] +
	       of_list[around->listed ? LIST_GRADES - 1 : 0] + of_foreign[e->foreign];
}

/* What shape, edges and the usual contexts can add. */
enum { BEST_SURROUNDINGS = 500 };

bool
evidence_hopeful(const struct evidence *e)
{
	return score_name(e) + BEST_SURROUNDINGS > 0;
}
