;; Inner products of a question's tokens with rows of signed bytes, sixteen bits wide and eight numbers at once.
;; What JavaScript does with the same loop takes some twenty times as long, and a search spends most of its time in it.
;; "index/vector/byte-products.ts" lays out the memory. The compiled module stands in "byte-products-module.ts"; a test
;; holds the two together and says how to compile it anew.
(module
  (memory (export "memory") 1)

  ;; products[row * tokens + token] = sum over axes of question[token][axis] * row[axis]
  ;; question: tokens rows of $axes 16-bit numbers; tokens a multiple of 4, axes of 8, both filled up with zeros.
  ;; rows: $rowBytes from one to the next; what stands behind their numbers is multiplied by the zeros.
  (func (export "multiply")
    (param $question i32) (param $tokens i32) (param $axes i32)
    (param $rows i32) (param $rowBytes i32) (param $rowsEnd i32) (param $products i32)
    (local $first i32) (local $second i32) (local $third i32) (local $fourth i32)
    (local $tokensLeft i32) (local $at i32) (local $rowEnd i32) (local $numbers v128)
    (local $sum1 v128) (local $sum2 v128) (local $sum3 v128) (local $sum4 v128)
    (local $tokenBytes i32)
    (local.set $tokenBytes (i32.shl (local.get $axes) (i32.const 1)))
    (block $done
      (loop $eachRow
        (br_if $done (i32.ge_u (local.get $rows) (local.get $rowsEnd)))
        (local.set $rowEnd (i32.add (local.get $rows) (local.get $axes)))
        (local.set $first (local.get $question))
        (local.set $tokensLeft (local.get $tokens))
        (loop $eachFourTokens
          (local.set $second (i32.add (local.get $first) (local.get $tokenBytes)))
          (local.set $third (i32.add (local.get $second) (local.get $tokenBytes)))
          (local.set $fourth (i32.add (local.get $third) (local.get $tokenBytes)))
          (local.set $sum1 (v128.const i32x4 0 0 0 0))
          (local.set $sum2 (v128.const i32x4 0 0 0 0))
          (local.set $sum3 (v128.const i32x4 0 0 0 0))
          (local.set $sum4 (v128.const i32x4 0 0 0 0))
          (local.set $at (local.get $rows))
          (loop $eachEightAxes
            (local.set $numbers (v128.load8x8_s (local.get $at)))
            (local.set $sum1 (i32x4.add (local.get $sum1)
              (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $first)))))
            (local.set $sum2 (i32x4.add (local.get $sum2)
              (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $second)))))
            (local.set $sum3 (i32x4.add (local.get $sum3)
              (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $third)))))
            (local.set $sum4 (i32x4.add (local.get $sum4)
              (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $fourth)))))
            (local.set $first (i32.add (local.get $first) (i32.const 16)))
            (local.set $second (i32.add (local.get $second) (i32.const 16)))
            (local.set $third (i32.add (local.get $third) (i32.const 16)))
            (local.set $fourth (i32.add (local.get $fourth) (i32.const 16)))
            (br_if $eachEightAxes (i32.lt_u
              (local.tee $at (i32.add (local.get $at) (i32.const 8)))
              (local.get $rowEnd))))
          (i32.store (local.get $products) (call $across (local.get $sum1)))
          (i32.store offset=4 (local.get $products) (call $across (local.get $sum2)))
          (i32.store offset=8 (local.get $products) (call $across (local.get $sum3)))
          (i32.store offset=12 (local.get $products) (call $across (local.get $sum4)))
          (local.set $products (i32.add (local.get $products) (i32.const 16)))
          (local.set $first (local.get $fourth))
          (br_if $eachFourTokens
            (local.tee $tokensLeft (i32.sub (local.get $tokensLeft) (i32.const 4)))))
        (local.set $rows (i32.add (local.get $rows) (local.get $rowBytes)))
        (br $eachRow))))

  (func $across (param $sums v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums))))))
